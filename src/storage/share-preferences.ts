import { browser } from '../browser';
import { readAccountState } from './account-record';
import * as catalogue from './catalogue';
import { chosenAtMs, mergePreferences } from './merge-preferences';
import { NO_PREFERENCES, type Preferences } from './preferences';
import { fitting, shareable } from './shareable-preferences';
import { staysHere } from './stays-here';
import { examineStored, readStored, type StorageRecord, toRecord } from './stored';
import { isPreferencesKey, preferencesShared } from './worker-keys';

/** Clocks of two devices differ by less. */
const DAY_MS = 24 * 60 * 60_000;

/**
 * What came of sharing; `written`: `storage.sync` was written to, or refused it; `waits`: for Microsoft 365 to confirm
 * a language that was chosen something for.
 */
export type Sharing = 'nothing-new' | 'written' | 'waits';

/**
 * Takes over what another browser of the same person chose later than this one, part by part. Rejects where
 * `storage.local` fails.
 */
export async function adoptPreferences(nowMs: number): Promise<void> {
  const shared = await browser.storage.sync.get(null).catch(staysHere);
  if (shared === undefined || !Object.keys(shared).some(isPreferencesKey)) return;
  const own = await readOwn();
  const theirs = own && readTheirs(shared, own.accountKey, nowMs);
  if (own === null || theirs === null) return;
  const stored = catalogue.preferences(own.accountKey);
  const merged = toRecord(stored, mergePreferences(own.chosen, theirs));
  const isNews = merged[stored.key] !== toRecord(stored, own.chosen)[stored.key];
  if (isNews) await browser.storage.local.set(merged);
}

/**
 * Tells the person's other browsers what was chosen here and they were not told yet; what they chose later stays. Rejects
 * where `storage.local` fails.
 * @see https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas
 */
export async function sharePreferences(nowMs: number): Promise<Sharing> {
  const { local, sync } = browser.storage;
  const own = await readOwn();
  if (own === null) return 'nothing-new';
  const { accountKey, record, chosen } = own;
  // What was told once and is there no more was forgotten by a sign-out elsewhere, and is not put back.
  const told = preferencesShared(accountKey);
  if (chosenAtMs(chosen) <= (readStored(record, told) ?? 0)) return 'nothing-new';
  const shared = await sync.get(null).catch(staysHere);
  const theirs = shared ? readTheirs(shared, accountKey, nowMs) : null;
  if (!shared || theirs === null) return 'nothing-new';

  const stored = catalogue.preferences(accountKey);
  const { preferences, isWaiting } = shareable(chosen, readAccountState(record, accountKey));
  const merged = toRecord(stored, fitting(mergePreferences(theirs, preferences)));
  const isNews = chosenAtMs(preferences) > 0 && merged[stored.key] !== shared[stored.key];
  // Each write begins in the turn of its look: a sign-out that comes later removes it.
  if (!isSignedIn(await local.get(catalogue.account.key), accountKey)) return 'nothing-new';
  const isTold = !isNews || (await sync.set(merged).then(() => true, staysHere)) === true;
  if (isWaiting) return 'waits';
  if (isTold && isSignedIn(await local.get(catalogue.account.key), accountKey)) {
    await local.set(toRecord(told, chosenAtMs(chosen)));
  }
  return isNews ? 'written' : 'nothing-new';
}

/** Forgets them everywhere, as whoever signs out asks: other browsers keep what they have taken over. */
export async function forgetPreferences(accountKey: string): Promise<void> {
  await browser.storage.sync.remove(catalogue.preferences(accountKey).key).catch(staysHere);
}

/** What is kept here of whoever is signed in; null for nobody, and where a newer version has left its own. */
async function readOwn() {
  const record: StorageRecord = await browser.storage.local.get(null);
  const account = readStored(record, catalogue.account);
  if (account === null) return null;
  const reading = examineStored(record, catalogue.preferences(account.key));
  if (reading.status === 'newer') return null;
  const chosen = reading.status === 'readable' ? reading.value : NO_PREFERENCES;
  return { accountKey: account.key, record, chosen };
}

/** What is shared, without what would have been chosen in the future; null where it is of a newer version. */
function readTheirs(shared: StorageRecord, accountKey: string, nowMs: number): Preferences | null {
  const reading = examineStored(shared, catalogue.preferences(accountKey));
  if (reading.status === 'newer') return null;
  if (reading.status !== 'readable') return NO_PREFERENCES;
  const endMs = nowMs + DAY_MS;
  const { putAside, ...theirs } = reading.value;
  const { order, places, placedAtMs, contact, contactAtMs } = NO_PREFERENCES;
  return {
    ...theirs,
    ...(theirs.placedAtMs >= endMs && { order, places, placedAtMs }),
    ...(theirs.contactAtMs >= endMs && { contact, contactAtMs }),
    putAside: putAside.filter(({ atMs }) => atMs < endMs),
  };
}

function isSignedIn(record: StorageRecord, accountKey: string): boolean {
  return readStored(record, catalogue.account)?.key === accountKey;
}
