import messages from '../../src/static/_locales/en/messages.json' with { type: 'json' };
import { FakeStorageArea } from './fake-storage-area';
import { messageReader } from './messages';

/** Replies to `runtime.sendMessage`; tests put their own in its place. */
type Answer = (message: unknown) => Promise<unknown>;
const noOneThere: Answer = () => Promise.reject(new Error('Could not establish connection.'));
let answer = noOneThere;

/**
 * Stands for webextension-polyfill in unit tests: what the code uses of it, with the browser's rules.
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API
 */
export const fakeBrowser = {
  storage: {
    local: new FakeStorageArea(),
    session: new FakeStorageArea(),
    sync: new FakeStorageArea(),
    managed: new FakeStorageArea(),
  },
  i18n: {
    getUILanguage: () => 'en-GB',
    getMessage: messageReader(messages),
  },
  runtime: {
    id: 'an-extension',
    getManifest: () => ({ version: '1.2.3' }),
    sendMessage: (message: unknown) => answer(message),
  },
};

export function answerMessages(by: Answer): void {
  answer = by;
}

export function resetBrowser(): void {
  fakeBrowser.storage.local.reset();
  fakeBrowser.storage.session.reset();
  fakeBrowser.storage.sync.reset();
  fakeBrowser.storage.managed.reset();
  answer = noOneThere;
}

export default fakeBrowser;
