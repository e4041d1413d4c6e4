import { browser } from '../browser';
import { readAccountState } from './account-record';
import * as catalogue from './catalogue';
import { mergePreferences } from './merge-preferences';
import { NO_PREFERENCES, type Preferences } from './preferences';
import { fitting, shareable } from './shareable-preferences';
import { staysHere } from './stays-here';
import { examineStored, readStored, type Stored, type StorageRecord, toRecord } from './stored';
import { isPreferencesKey, preferencesShared } from './worker-keys';

/**
 * What came of sharing; `written`: `storage.sync` was written to, or refused it; `waits`: for Microsoft 365 to confirm
 * a language that was chosen something for.
 */
export type Sharing = 'nothing-new' | 'written' | 'waits';

/**
 * Takes over what other browsers of the same person chose, part by part the latest. Rejects where `storage.local`
 * fails.
 */
export async function adoptPreferences(nowMs: number): Promise<void> {
  const { local, sync } = browser.storage;
  const shared = await sync.get(null).catch(staysHere);
  if (shared === undefined || !Object.keys(shared).some(isPreferencesKey)) return;
  const record: StorageRecord = await local.get(null);
  const account = readStored(record, catalogue.account);
  if (account === null) return;
  const elsewhere = catalogue.preferencesElsewhere(account.key);
  const known = readChosen(record, elsewhere);
  const theirs = readChosen(shared, catalogue.preferences(account.key));
  if (known === null || theirs === null) return;
  const merged = toRecord(elsewhere, mergePreferences([known, theirs], nowMs));
  if (merged[elsewhere.key] !== toRecord(elsewhere, known)[elsewhere.key]) await local.set(merged);
}

/**
 * Tells the person's other browsers what was chosen here and is not there for them; what they chose later stays. Rejects
 * where `storage.local` fails.
 * @see https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas
 */
export async function sharePreferences(nowMs: number): Promise<Sharing> {
  const { local, sync } = browser.storage;
  const record: StorageRecord = await local.get(null);
  const account = readStored(record, catalogue.account);
  if (account === null) return 'nothing-new';
  const stored = catalogue.preferences(account.key);
  const chosen = readChosen(record, stored);
  if (chosen === null) return 'nothing-new';
  const shared = await sync.get(null).catch(staysHere);
  const theirs = shared ? readChosen(shared, stored) : null;
  if (!shared || theirs === null) return 'nothing-new';
  const told = toRecord(preferencesShared(account.key), chosen);
  const wasTold = Object.entries(told).every(([key, text]) => record[key] === text);
  // What was told and is there no more was forgotten by a sign-out elsewhere, and is not put back. What lacks our part
  // was written over by a browser that did not know of it.
  if (wasTold && shared[stored.key] === undefined) return 'nothing-new';

  const { preferences, isWaiting } = shareable(chosen, readAccountState(record, account.key));
  const merged = toRecord(stored, fitting(mergePreferences([theirs, preferences], nowMs)));
  const before = shared[stored.key] ?? toRecord(stored, NO_PREFERENCES)[stored.key];
  const isNews = merged[stored.key] !== before;
  // Each write begins in the turn of its look: a sign-out that comes later removes it.
  if (!isSignedIn(await local.get(catalogue.account.key), account.key)) return 'nothing-new';
  const isTold = !isNews || (await sync.set(merged).then(() => true, staysHere)) === true;
  if (isWaiting) return 'waits';
  if (isTold && !wasTold && isSignedIn(await local.get(catalogue.account.key), account.key))
    await local.set(told);
  return isNews ? 'written' : 'nothing-new';
}

/** What was chosen; null where a newer version has left its own. */
function readChosen(record: StorageRecord, stored: Stored<Preferences>): Preferences | null {
  const reading = examineStored(record, stored);
  if (reading.status === 'newer') return null;
  return reading.status === 'readable' ? reading.value : NO_PREFERENCES;
}

function isSignedIn(record: StorageRecord, accountKey: string): boolean {
  return readStored(record, catalogue.account)?.key === accountKey;
}
