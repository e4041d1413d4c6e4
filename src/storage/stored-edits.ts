import { type Edit, isOpen } from '../outbox/edit';
import { readStored, type StorageRecord } from './stored';
import { editOfKey } from './worker-keys';

/** The edit under a key; null where the key is none of an edit's, or the edit cannot be read. */
export function readEditAt(record: StorageRecord, key: string): Edit | null {
  const stored = editOfKey(key);
  return stored && readStored(record, stored);
}

/** The stored texts of the open edits in a record, whoever's they are: what the mirror keeps. */
export function openEditTexts(record: StorageRecord): Record<string, string> {
  const texts = Object.entries(record).filter((entry): entry is [string, string] => {
    const [key, text] = entry;
    const edit = readEditAt(record, key);
    return typeof text === 'string' && edit !== null && isOpen(edit);
  });
  return Object.fromEntries(texts);
}

/** True where one of the changes of `storage.local` is an edit that shall be sent. */
export function holdsQueuedEdit(changes: Readonly<Record<string, { newValue?: unknown }>>): boolean {
  return Object.entries(changes).some(
    ([key, { newValue }]) => readEditAt({ [key]: newValue }, key)?.state.status === 'queued',
  );
}
