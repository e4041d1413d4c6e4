import { browser } from '../browser';
import type { Account } from '../identity/account';
import { SignInFailure } from '../identity/failure';
import { needsSignIn } from '../outbox/attention';
import * as catalogue from '../storage/catalogue';
import { isFull } from '../storage/is-full';
import { makeRoom } from '../storage/make-room';
import { registrationInUse } from '../storage/registration-keys';
import { readStored, type StorageRecord, toRecord } from '../storage/stored';
import { readConfigurationInForce } from './read-registration';
import type { WorkerParts } from './worker-parts';

/** What a sign-in needs to know of everything else that goes on. */
export interface Surroundings {
  /** Called and waited for when the person is done with the window. */
  readonly onAnswer: () => Promise<void>;
  /** True once the person has signed out since. */
  readonly isCancelled: () => boolean;
  /** Has the account stored when nothing goes on any more for anybody else. */
  readonly makeWayFor: (next: Account, store: () => Promise<void>) => Promise<void>;
}

/**
 * Signs in and stores the account, or why it did not work, for a popup that the sign-in window closed: true where it
 * did. Rejects where the browser's storage fails.
 */
export async function signIn(
  { identity, clock, mirror }: WorkerParts,
  { onAnswer, isCancelled, makeWayFor }: Surroundings,
): Promise<boolean> {
  const { local } = browser.storage;
  try {
    const configuration = await readConfigurationInForce();
    if (configuration === null) throw new SignInFailure('not-configured');
    await sayRunning();
    const account = await identity.signIn(configuration, onAnswer);
    await makeWayFor(account, async () => {
      const gate = await openedGate(account.key);
      // In this turn the write begins: what a later sign-out removes, it removes afterwards.
      if (isCancelled()) throw new SignInFailure('cancelled');
      const status = toRecord(catalogue.signInStatus, { status: 'idle' });
      const inUse = toRecord(registrationInUse, configuration);
      const record = { ...toRecord(catalogue.account, account), ...inUse, ...status, ...gate };
      await local.set(record).catch(async (error: unknown) => {
        if (!isFull(error)) throw error;
        await makeRoom(mirror);
        if (isCancelled()) throw new SignInFailure('cancelled');
        await local.set(record);
      });
    });
    return true;
  } catch (error) {
    const failure = error instanceof SignInFailure ? error : new SignInFailure('unavailable');
    const { code, serviceCode, trace } = failure;
    const status = { status: 'failed', code, serviceCode, trace, atMs: clock.nowMs() } as const;
    // Where there is no room for the reason, pages must at least not wait for a window that is gone.
    await local
      .set(toRecord(catalogue.signInStatus, status))
      .catch(() => local.remove(catalogue.signInStatus.key));
    if (!(error instanceof SignInFailure)) throw error;
    return false;
  }
}

/** Tells pages that a sign-in window is open. Rejects where the browser's storage fails. */
export function sayRunning(): Promise<void> {
  return browser.storage.local.set(toRecord(catalogue.signInStatus, { status: 'running' }));
}

/** What a sign-in opens: nothing else does, so that it belongs into the same `set` as the account. */
async function openedGate(accountKey: string): Promise<StorageRecord> {
  const stored = catalogue.gate(accountKey);
  const gate = readStored(await browser.storage.local.get(stored.key), stored);
  return needsSignIn(gate) ? toRecord(stored, null) : {};
}

/** A sign-in that an earlier worker had begun is lost with it: the person may begin again. */
export async function forgetLostSignIn(): Promise<void> {
  const { local } = browser.storage;
  const status = readStored(await local.get(catalogue.signInStatus.key), catalogue.signInStatus);
  if (status?.status === 'running') await local.set(toRecord(catalogue.signInStatus, { status: 'idle' }));
}
