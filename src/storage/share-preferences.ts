import { browser } from '../browser';
import type { Undo } from '../outbox/undo';
import * as catalogue from './catalogue';
import { NO_PREFERENCES, type Preferences } from './preferences';
import { readStored, toRecord } from './stored';

/** Clocks of two devices differ by less. */
const DAY_MS = 24 * 60 * 60_000;

/** So many ids fit into one item of `storage.sync` (8 kB) with room to spare. */
const MOST_IDS = 80;

/**
 * Keeps what the person chose, with the way back where that changes, and tells their other browsers where the
 * browser's own sync is on. Rejects where this browser could not store it.
 * @see https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas
 */
export async function savePreferences(
  accountKey: string,
  chosen: Preferences,
  undo?: Undo | null,
): Promise<void> {
  const stored = catalogue.preferences(accountKey);
  await browser.storage.local.set({
    ...toRecord(stored, chosen),
    ...(undo !== undefined && toRecord(catalogue.undo(accountKey), undo)),
  });
  const shared = {
    ...chosen,
    places: chosen.places.slice(0, MOST_IDS),
    putAside: chosen.putAside.slice(-MOST_IDS),
  };
  // Never before: what could not be kept here must not come back from elsewhere.
  await browser.storage.sync.set(toRecord(stored, shared)).catch(staysHere);
}

/**
 * Takes over what another browser of the same person chose later than this one, unless it says that it was in the
 * future. Rejects where storage fails.
 */
export async function adoptPreferences(nowMs: number): Promise<void> {
  const { local, sync } = browser.storage;
  const shared = await sync.get(null).catch(staysHere);
  if (shared === undefined || Object.keys(shared).length === 0) return;
  const own = await local.get(null);
  const account = readStored(own, catalogue.account);
  if (account === null) return;
  const stored = catalogue.preferences(account.key);
  const theirs = readStored(shared, stored);
  const ours = readStored(own, stored) ?? NO_PREFERENCES;
  const isLater = theirs !== null && theirs.atMs > ours.atMs && theirs.atMs < nowMs + DAY_MS;
  if (isLater) await local.set(toRecord(stored, theirs));
}

/** Forgets them everywhere, as whoever signs out asks: other browsers keep what they have taken over. */
export async function forgetPreferences(accountKey: string): Promise<void> {
  await browser.storage.sync.remove(catalogue.preferences(accountKey).key).catch(staysHere);
}

/** Sync that is off, full or asked too often: the choice stays in this browser. */
function staysHere(): undefined {
  return undefined;
}
