import '../ui/theme.css';
import './popup.css';
import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from '../browser';
import { send } from '../messages/send';
import { appendEdit, decideEdits } from '../storage/append-edit';
import { type PageState, watchPageState } from '../storage/page-state';
import { saveDraft } from '../storage/save-draft';
import { afterFirstPaint } from '../ui/after-first-paint';
import { dressDocument } from '../ui/dress-document';
import { NotReadable } from '../ui/NotReadable';
import { word } from '../ui/words';
import { App } from './App';
import { needsLater } from './needs-later';
import type { Later, PageTools } from './page-tools';
import { createPopupState } from './popup-state';

/** The popup's wiring: the only file of this folder that knows the browser. It paints from one read of storage. */

const root = document.querySelector('#app') ?? document.body;
const isOnline = signal(navigator.onLine);
const browserTags = signal<readonly string[]>([]);
const later = signal<Later | null>(null);

const tools: PageTools = {
  isOnline,
  browserTags,
  later,
  send,
  appendEdit,
  decideEdits,
  saveDraft,
  savePreferences: async (...given) => {
    const { savePreferences } = await loadLater();
    await savePreferences(...given);
  },
  savePendingSignOut: async (...given) => {
    const { savePendingSignOut } = await loadLater();
    await savePendingSignOut(...given);
  },
  openInTab: () => {
    browser.tabs.create({ url: location.href }).catch(reportError);
  },
  openSettings: () => {
    browser.runtime.openOptionsPage().catch(reportError);
  },
  newId: () => crypto.randomUUID(),
  nowMs: Date.now,
};

addEventListener('offline', () => {
  isOnline.value = false;
});
// A page that stays open: a tab, or a panel.
addEventListener('focus', look);
addEventListener('online', () => {
  isOnline.value = true;
  look();
});

function look(): void {
  send('sync/look').catch(reportError);
}

async function loadLater(): Promise<Later> {
  return (later.value ??= await import('./later'));
}

async function show(page: Signal<PageState>): Promise<void> {
  await Promise.all([acceptedLanguages, needsLater(page.value, isOnline.value) ? loadLater() : null]);
  render(<App state={createPopupState(page, tools)} tools={tools} />, root);
  afterFirstPaint(() => {
    look();
    loadLater().catch(giveUp);
  });
}

/** Half a page would have controls that do nothing. */
function giveUp(error: unknown): void {
  const onRetry = () => {
    location.reload();
  };
  render(<NotReadable onRetry={onRetry} />, root);
  reportError(error);
}

/** Suggestions stand in the first paint, so that nothing moves afterwards. */
const acceptedLanguages = browser.i18n.getAcceptLanguages().then((tags) => {
  browserTags.value = tags;
}, reportError);

dressDocument(word('extensionName'));
let page: Signal<PageState> | null = null;
watchPageState((state) => {
  if (page) {
    page.value = state;
  } else {
    page = signal(state);
    show(page).catch(giveUp);
  }
}, new AbortController().signal).catch(giveUp);
