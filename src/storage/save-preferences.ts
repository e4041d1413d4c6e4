import { browser } from '../browser';
import type { Undo } from '../outbox/undo';
import * as catalogue from './catalogue';
import type { Preferences } from './preferences';
import { toRecord } from './stored';

/**
 * Keeps what the person chose, with the way back where that changes; the change wakes the worker, which tells their
 * other browsers. Rejects where this browser could not store it.
 */
export async function savePreferences(
  accountKey: string,
  chosen: Preferences,
  undo?: Undo | null,
): Promise<void> {
  await browser.storage.local.set({
    ...toRecord(catalogue.preferences(accountKey), chosen),
    ...(undo !== undefined && toRecord(catalogue.undo(accountKey), undo)),
  });
}
