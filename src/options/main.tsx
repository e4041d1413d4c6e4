import '../ui/theme.css';
import { render } from 'preact';
import { browser } from '../browser';
import { send } from '../messages/send';
import { readLog } from '../storage/log';
import { watchPageState } from '../storage/page-state';
import { savePendingSignOut } from '../storage/save-pending-sign-out';
import { saveSettings } from '../storage/settings';
import { askTenantCheck } from '../storage/tenant-check';
import { dressDocument } from '../ui/dress-document';
import { NotReadable } from '../ui/NotReadable';
import { versions } from '../ui/versions';
import { word } from '../ui/words';
import { Options, type OptionsTools } from './Options';

/** The settings page's wiring: the only file of this folder that knows the browser. */

const root = document.querySelector('#app') ?? document.body;

const tools: OptionsTools = {
  redirectUri: browser.identity.getRedirectURL(),
  versions: versions(),
  nowMs: Date.now,
  isOnline: () => navigator.onLine,
  saveSettings,
  askTenantCheck,
  send,
  savePendingSignOut,
  readLog: () =>
    readLog().catch((error: unknown) => {
      // What else there is to tell is told without it.
      reportError(error);
      return [];
    }),
};

dressDocument(`${word('extensionName')} · ${word('optionsTitle')}`);
watchPageState((page) => {
  render(<Options page={page} tools={tools} />, root);
}, new AbortController().signal).catch((error: unknown) => {
  const onRetry = () => {
    location.reload();
  };
  render(<NotReadable onRetry={onRetry} />, root);
  reportError(error);
});
