import type { Edit } from '../outbox/edit';
import type { AccountChanges, AccountState, UnreadableEdit } from './account-state';
import * as catalogue from './catalogue';
import { examineStored, readStored, type StorageRecord, toRecord } from './stored';

/** Reads one account's state out of all that `storage.local` holds. */
export function readAccountState(record: StorageRecord, accountKey: string): AccountState {
  const prefix = catalogue.editPrefix(accountKey);
  const readings = Object.keys(record)
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({
      key,
      ...examineStored(record, catalogue.edit(accountKey, key.slice(prefix.length))),
    }));
  return {
    snapshot: readStored(record, catalogue.snapshot(accountKey)),
    edits: readings.flatMap((each) => (each.status === 'readable' ? [each.value] : [])),
    unreadable: readings.flatMap(({ key, status }) =>
      status === 'damaged' || status === 'newer' ? [unreadableEdit(key, record[key], status)] : [],
    ),
    gate: readStored(record, catalogue.gate(accountKey)),
    undo: readStored(record, catalogue.undo(accountKey)),
    facts: readStored(record, catalogue.serviceFacts(accountKey)) ?? { refusesProficiency: false },
  };
}

/** The one record that makes the changes. */
export function toAccountRecord(accountKey: string, changes: AccountChanges): StorageRecord {
  return {
    ...(changes.snapshot && toRecord(catalogue.snapshot(accountKey), changes.snapshot)),
    ...(changes.gate !== undefined && toRecord(catalogue.gate(accountKey), changes.gate)),
    ...(changes.undo !== undefined && toRecord(catalogue.undo(accountKey), changes.undo)),
    ...(changes.facts && toRecord(catalogue.serviceFacts(accountKey), changes.facts)),
    ...toEditRecord(accountKey, changes.edits ?? []),
  };
}

/** The record that stores the edits. */
export function toEditRecord(accountKey: string, edits: readonly Edit[]): Record<string, string> {
  const records = edits.map((edit) => toRecord(catalogue.edit(accountKey, edit.id), edit));
  return Object.fromEntries(records.flatMap(Object.entries<string>));
}

function unreadableEdit(key: string, kept: unknown, reason: UnreadableEdit['reason']): UnreadableEdit {
  // The extension only ever stores text: anything else says no more than what it is.
  return { key, text: typeof kept === 'string' ? kept : Object.prototype.toString.call(kept), reason };
}
