import type { Configuration } from '../identity/configuration';
import { isAccountKey } from '../identity/account';
import type { Edit } from '../outbox/edit';
import { listOf, textThat } from '../shape';
import { account, accountPrefix, edit, preferences, signInStatus } from './catalogue';
import type { Preferences } from './preferences';
import { policy, registrationInUse, settings, settingsElsewhere } from './registration-keys';
import type { Single, Stored } from './stored';
import { tenantCheck } from './tenant-check';

/** What the worker needs to know of keys beside the catalogue: kept away from the pages, which have to open fast. */

/** Which choice of registration the person's other browsers were offered last; absent: none. */
export const settingsOffered: Single<Configuration> = { ...settings, key: 'settings-offered' };

/**
 * Keys of accounts that signed out while `storage.sync` would not forget what they had shared there; absent: none. They
 * are written down here for as long as they stand there.
 */
export const leftShared: Single<string[]> = {
  key: 'left-shared',
  version: 1,
  read: listOf(textThat(isAccountKey)),
  onSignOut: 'keep',
};

/** Every value that there is once, whoever is signed in. */
export const singles: readonly Single<unknown>[] = [
  settings,
  settingsElsewhere,
  settingsOffered,
  policy,
  tenantCheck,
  registrationInUse,
  account,
  signInStatus,
  leftShared,
];

/** True for the key of somebody's preferences. */
export function isPreferencesKey(key: string): boolean {
  const accountKey = accountOfKey(key);
  return accountKey !== null && key === preferences(accountKey).key;
}

/** What of this browser's preferences the person's other browsers were told last; absent: nothing. */
export function preferencesShared(accountKey: string): Stored<Preferences> {
  return { ...preferences(accountKey), key: `${accountPrefix(accountKey)}preferences-shared` };
}

/** Whose key it is; null for what belongs to no account. */
export function accountOfKey(key: string): string | null {
  return /^a\/([^/]+)\//.exec(key)?.[1] ?? null;
}

/** The declaration behind a key, if it is one of an edit. */
export function editOfKey(key: string): Stored<Edit> | null {
  const [, accountKey, id] = /^a\/([^/]+)\/edit\/(.+)$/.exec(key) ?? [];
  return accountKey === undefined || id === undefined ? null : edit(accountKey, id);
}
