import { resolveRef } from '../outbox/aliases';
import { openEdits } from '../outbox/open-edits';
import { readAccountState, toEditRecord } from './account-record';
import * as catalogue from './catalogue';
import type { StorageRecord } from './stored';

/**
 * What has to stay of an account whose edits wait for their owner's next sign-in, out of all that `storage.local` holds:
 * the open edits, each under the id that its language has by now, because nothing stays that would lead there; those
 * that nobody can read, as they are; and why nothing was sent. Empty where no edit waits. Pure.
 */
export function waitingRecord(record: StorageRecord, accountKey: string): StorageRecord {
  const { snapshot, edits, unreadable } = readAccountState(record, accountKey);
  const open = openEdits(snapshot, edits).map((edit) => ({
    ...edit,
    language: resolveRef(snapshot?.aliases ?? {}, edit.language),
  }));
  const gate = catalogue.gate(accountKey).key;
  const asTheyAre = [...unreadable.map(({ key }) => key), gate].filter((key) => key in record);
  if (open.length + unreadable.length === 0) return {};
  return {
    ...toEditRecord(accountKey, open),
    ...Object.fromEntries(asTheyAre.map((key) => [key, record[key]])),
  };
}
