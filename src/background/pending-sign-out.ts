import { browser } from '../browser';
import { unsentCount } from '../outbox/unsent-count';
import { openAccountStore, readAccount } from '../storage/account-state';
import { type PendingSignOut, pendingSignOut } from '../storage/pending-sign-out';
import { savePendingSignOut } from '../storage/save-pending-sign-out';
import { readStored } from '../storage/stored';
import type { WorkerParts } from './worker-parts';

/** A sign-out that somebody who is signed in has asked for, and that has not come about. */
export interface Asked {
  readonly accountKey: string;
  readonly ofMicrosoft: boolean;
  readonly askedAtMs: number;
}

/** For so long it is gone on with: later nobody expects it any more. */
const PATIENCE_MS = 24 * 60 * 60_000;

/**
 * What is asked for by whoever is signed in; null: nothing. What nobody has to know any more is removed. Rejects where
 * the browser's storage fails.
 */
export async function readAsked({
  clock,
  mirror,
}: Pick<WorkerParts, 'clock' | 'mirror'>): Promise<Asked | null> {
  const account = await readAccount();
  if (account === null) return null;
  const pending = await readPending(account.key);
  if (pending === null) return null;
  const isOld = Math.abs(clock.nowMs() - pending.askedAtMs) > PATIENCE_MS;
  if (pending.status === 'sending' && !isOld) return { accountKey: account.key, ...pending };
  if (isOld || (await isAllSent(account.key, mirror))) await savePendingSignOut(account.key, null);
  return null;
}

/** Whether exactly that is asked for still, by whoever is signed in. Rejects where the browser's storage fails. */
export async function isStillAsked({ accountKey, askedAtMs }: Asked): Promise<boolean> {
  if ((await readAccount())?.key !== accountKey) return false;
  const pending = await readPending(accountKey);
  return pending?.status === 'sending' && pending.askedAtMs === askedAtMs;
}

/** It does not come about: whoever looks next is told, and no later worker goes on with it. */
export async function giveUp(asked: Asked): Promise<void> {
  const { accountKey, ofMicrosoft, askedAtMs } = asked;
  if (!(await isStillAsked(asked))) return;
  await savePendingSignOut(accountKey, { status: 'not-all-sent', ofMicrosoft, askedAtMs }).catch(() =>
    savePendingSignOut(accountKey, null),
  );
}

/** Whoever is signed in stays. Rejects where the browser's storage fails. */
export async function forgetAsked(): Promise<void> {
  const account = await readAccount();
  if (account !== null) await savePendingSignOut(account.key, null);
}

/** True where Microsoft 365 has all that an account's owner did. Rejects where the browser's storage fails. */
export async function isAllSent(accountKey: string, mirror: WorkerParts['mirror']): Promise<boolean> {
  return unsentCount(await openAccountStore(accountKey, mirror).read()) === 0;
}

async function readPending(accountKey: string): Promise<PendingSignOut | null> {
  const stored = pendingSignOut(accountKey);
  return readStored(await browser.storage.local.get(stored.key), stored);
}
