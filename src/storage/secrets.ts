import { browser } from '../browser';
import { readTokens, type StoredTokens, type TokenStore } from '../identity/tokens';
import { readStored, type Stored, toRecord } from './stored';

/** The tokens: in the browser's memory only, gone with it, and out of reach for everything but the worker's rooms. */
const tokens: Stored<StoredTokens> = {
  key: 'tokens',
  version: 1,
  read: readTokens,
};

/** The token store over `storage.session`. */
export const sessionTokenStore: TokenStore = {
  read: async () => readStored(await browser.storage.session.get(tokens.key), tokens),
  write: (value) => browser.storage.session.set(toRecord(tokens, value)),
  clear: () => browser.storage.session.remove(tokens.key),
};
