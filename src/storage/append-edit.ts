import { browser } from '../browser';
import type { Edit } from '../outbox/edit';
import type { Undo } from '../outbox/undo';
import type { Removed } from '../outbox/removed';
import { toAccountRecord } from './account-record';
import * as catalogue from './catalogue';
import { isFull } from './is-full';
import { type StorageRecord, toRecord } from './stored';

/**
 * Stores what the person just did, with the way back, and what was removed lately where that changes. Called by the
 * page itself in the tick of the click: `set` is on its way before the page can close, and the change wakes the worker.
 * Rejects where the browser could not store it: then nothing was accepted, and the page must say so.
 */
export async function appendEdit(edit: Edit, undo: Undo | null, removed?: Removed[]): Promise<void> {
  await store({
    ...toAccountRecord(edit.account, { edits: [edit], undo }),
    ...(removed && toRecord(catalogue.removed(edit.account), removed)),
  });
}

/**
 * Stores decisions about edits that waited for the person: to be sent again, or given up, and with them the way back
 * where that is given as null. Rejects as above.
 */
export async function decideEdits(accountKey: string, edits: readonly Edit[], undo?: null): Promise<void> {
  await store(toAccountRecord(accountKey, { edits, ...(undo === null && { undo }) }));
}

/** One `set`, and one more after room was made where the storage is full. */
async function store(record: StorageRecord): Promise<void> {
  const { local } = browser.storage;
  try {
    await local.set(record);
  } catch (error) {
    if (!isFull(error)) throw error;
    const { makeRoom } = await import('./make-room');
    await makeRoom();
    await local.set(record);
  }
}
