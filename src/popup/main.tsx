import '../ui/theme.css';
import './popup.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from '../browser';
import { send } from '../messages/send';
import { appendEdit, decideEdits } from '../storage/append-edit';
import { type PageState, watchPageState } from '../storage/page-state';
import { saveDraft } from '../storage/save-draft';
import { afterFirstPaint } from '../ui/after-first-paint';
import { dressDocument } from '../ui/dress-document';
import { word } from '../ui/words';
import { App } from './App';
import type { PageTools } from './page-tools';
import { createPopupState } from './popup-state';

/** The popup's wiring: the only file of this folder that knows the browser. It paints from one read of storage. */

const root = document.querySelector('#app') ?? document.body;
const isOnline = signal(navigator.onLine);
const browserTags = signal<readonly string[]>([]);

const tools: PageTools = {
  isOnline,
  browserTags,
  send: (command) => {
    send(command).catch(reportError);
  },
  appendEdit,
  decideEdits,
  saveDraft,
  openSettings: () => {
    browser.runtime.openOptionsPage().catch(reportError);
  },
  newId: () => crypto.randomUUID(),
  nowMs: Date.now,
};

addEventListener('offline', () => {
  isOnline.value = false;
});
addEventListener('online', () => {
  isOnline.value = true;
  tools.send('sync/refresh');
});

function show(first: PageState): (next: PageState) => void {
  const page = signal(first);
  render(<App state={createPopupState(page, tools)} tools={tools} />, root);
  afterFirstPaint(() => {
    tools.send('sync/refresh');
  });
  return (next) => {
    page.value = next;
  };
}

browser.i18n.getAcceptLanguages().then((tags) => {
  browserTags.value = tags;
}, reportError);

dressDocument(word('extensionName'));
let update: ((next: PageState) => void) | null = null;
watchPageState((state) => {
  if (update) update(state);
  else update = show(state);
}, new AbortController().signal).catch((error: unknown) => {
  root.textContent = word('notReadable');
  reportError(error);
});
