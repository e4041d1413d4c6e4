import { browser } from '../browser';
import { type PendingSignOut, pendingSignOut } from './pending-sign-out';
import { toRecord } from './stored';

/**
 * Asks for a sign-out that sends first, or takes it back (null). Pages write it themselves: a message can get lost with its page or with the
 * worker. Rejects where it could not be stored.
 */
export async function savePendingSignOut(accountKey: string, pending: PendingSignOut | null): Promise<void> {
  const { local } = browser.storage;
  const stored = pendingSignOut(accountKey);
  await (pending === null ? local.remove(stored.key) : local.set(toRecord(stored, pending)));
}
