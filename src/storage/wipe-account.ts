import { browser } from '../browser';
import { isOpen } from '../outbox/edit';
import * as catalogue from './catalogue';
import { forgetShared } from './forget-shared';
import type { OutboxMirror } from './outbox-mirror';
import { removeForGood, succeeds } from './remove-for-good';
import { examineStored, type StorageRecord } from './stored';
import { accountOfKey, editOfKey, singles } from './worker-keys';

/**
 * Removes everything that is kept of an account. Settings stay, and what another account has not sent yet. Rejects
 * where the browser's storage fails: then the account may still be there, whole.
 * First the mirror: killed between the two, the account is still there, and the mirror is filled again.
 */
export async function wipeAccount(accountKey: string, mirror: OutboxMirror): Promise<void> {
  const { local } = browser.storage;
  const prefix = catalogue.accountPrefix(accountKey);
  const ownKeys = async () => Object.keys(await local.get(null)).filter((key) => key.startsWith(prefix));
  // Nobody is kept signed in by a mirror that fails: what it may bring back waits for the same person.
  await succeeds(mirror.clear(prefix));
  await forgetShared(accountKey);
  const wiped = singles.filter(({ onSignOut }) => onSignOut === 'wipe').map(({ key }) => key);
  await local.remove([...(await ownKeys()), ...wiped]);
  // And what another page stored in between: from now on pages see that nobody is signed in.
  await local.remove(await ownKeys());
  // And what was being shared right then.
  await forgetShared(accountKey);
}

/**
 * Removes what is kept of other accounts, also in `storage.sync`, but for those with edits that still wait for their owner. Rejects where the
 * browser's storage fails; where the mirror does, all stays.
 */
export async function tidyOtherAccounts(accountKey: string, mirror: OutboxMirror): Promise<void> {
  const record = await browser.storage.local.get(null);
  const waiting = Object.keys(record).filter((key) => isWaiting(record, key));
  const kept = new Set([null, accountKey, ...waiting.map(accountOfKey)]);
  const keys = Object.keys(record).filter((key) => !kept.has(accountOfKey(key)));
  const gone = new Set(keys.map(accountOfKey).filter((owner) => owner !== null));
  await Promise.all([...gone].map(forgetShared));
  await removeForGood(keys, mirror);
}

/** True for an edit that is open, or cannot be read. */
function isWaiting(record: StorageRecord, key: string): boolean {
  const stored = editOfKey(key);
  const reading = stored && examineStored(record, stored);
  return reading !== null && (reading.status !== 'readable' || isOpen(reading.value));
}
