import { browser } from '../browser';
import type { SignOut } from '../messages/contract';
import { unsentCount } from '../outbox/unsent-count';
import { openAccountStore, readAccount } from '../storage/account-state';
import { pendingSignOut, type PendingSignOut } from '../storage/pending-sign-out';
import { readStored, toRecord } from '../storage/stored';
import type { WorkerParts } from './worker-parts';

/**
 * Sends what waits of whoever signs out, and keeps that they want to: for the worker after this one, and, where not
 * everything could be sent, for whoever looks next. True where everything was sent.
 * @param isWanted False once the person has said something else.
 */
export async function sendBeforeSignOut(
  { accountKey, ofMicrosoft }: SignOut,
  sendAll: () => Promise<void>,
  isWanted: () => boolean,
  { clock, mirror }: Pick<WorkerParts, 'clock' | 'mirror'>,
): Promise<boolean> {
  const say = async (status: PendingSignOut['status']) => {
    // Somebody else may have signed in meanwhile, by a window that was open: they did not ask for this.
    if (!isWanted() || (await readAccount())?.key !== accountKey) return false;
    const record = toRecord(pendingSignOut(accountKey), { status, ofMicrosoft, atMs: clock.nowMs() });
    // A storage without room for it takes nothing from the sign-out itself.
    await browser.storage.local.set(record).catch(reportError);
    return true;
  };
  if (!(await say('sending'))) return false;
  await sendAll();
  if (await isAllSent(accountKey, mirror)) return true;
  await say('not-all-sent');
  return false;
}

/** What an earlier worker was sending for; null where nobody has asked for it. Rejects where the browser's storage fails. */
export async function readPendingSignOut(): Promise<SignOut | null> {
  const account = await readAccount();
  if (account === null) return null;
  const stored = pendingSignOut(account.key);
  const pending = readStored(await browser.storage.local.get(stored.key), stored);
  if (pending?.status !== 'sending') return null;
  return { accountKey: account.key, unsent: 'send', ofMicrosoft: pending.ofMicrosoft };
}

/** Whoever is signed in stays. Rejects where the browser's storage fails. */
export async function forgetPendingSignOut(): Promise<void> {
  const account = await readAccount();
  if (account !== null) await browser.storage.local.remove(pendingSignOut(account.key).key);
}

async function isAllSent(accountKey: string, mirror: WorkerParts['mirror']): Promise<boolean> {
  return unsentCount(await openAccountStore(accountKey, mirror).read()) === 0;
}
