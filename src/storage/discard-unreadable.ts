import { browser } from '../browser';
import { readAccountState } from './account-record';
import type { OutboxMirror } from './outbox-mirror';
import { removeForGood } from './remove-for-good';

/**
 * Removes what no version can read of an account's edits, because the person said so; where a later version can read
 * all that is left, that. Rejects where the browser's storage or the mirror fails: then all is still there.
 */
export async function discardUnreadable(accountKey: string, mirror: OutboxMirror): Promise<void> {
  const { unreadable } = readAccountState(await browser.storage.local.get(null), accountKey);
  const damaged = unreadable.filter(({ reason }) => reason === 'damaged');
  const gone = (damaged.length > 0 ? damaged : unreadable).map(({ key }) => key);
  if (!(await removeForGood(gone, mirror)))
    throw new Error('The mirror fails, and would bring back what is removed');
}
