import { browser } from '../browser';
import * as catalogue from './catalogue';
import { outboxMirror, type OutboxMirror } from './outbox-mirror';
import { removeForGood } from './remove-for-good';
import { readStored, type StorageRecord } from './stored';
import { readEditAt } from './stored-edits';
import { accountOfKey } from './worker-keys';

/**
 * Makes room in a full `storage.local` for what a person just did: removes finished edits, and snapshots, which can be
 * read again, unless they know what Microsoft 365 cannot tell. There is nothing else to give up: no log is kept, and
 * no ballast, because pages read all that is stored before they paint. Rejects where the browser fails.
 */
export async function makeRoom(mirror: OutboxMirror = outboxMirror): Promise<void> {
  const { local } = browser.storage;
  const record = await local.get(null);
  const keys = Object.keys(record);
  await removeForGood(
    keys.filter((key) => readEditAt(record, key)?.state.status === 'done'),
    mirror,
  );
  await local.remove(keys.filter((key) => isOnlyCopied(record, key)));
}

/** True for a snapshot that holds nothing but what was read. */
function isOnlyCopied(record: StorageRecord, key: string): boolean {
  const account = accountOfKey(key);
  const stored = account === null ? null : catalogue.snapshot(account);
  const snapshot = stored?.key === key ? readStored(record, stored) : null;
  if (snapshot === null) return false;
  const { aliases, knownWrites, creations } = snapshot;
  return [Object.keys(aliases), knownWrites, creations].every(({ length }) => length === 0);
}
