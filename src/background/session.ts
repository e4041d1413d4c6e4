import { browser } from '../browser';
import type { Account } from '../identity/account';
import { findCloud } from '../identity/clouds';
import { discardUnreadable, readAccount, wipeAccount } from '../storage/account-state';
import type { Engine } from '../sync/engine';
import { buildEngine } from './build-engine';
import { learnOrganisation } from './learn-organisation';
import { forgetLostSignIn, signIn } from './sign-in';
import type { WakeUp } from './wake-up';
import type { WorkerParts } from './worker-parts';

/** Who is signed in, and the engine that works for them. What a command achieved is seen in storage. */
export interface Session {
  readonly wake: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly retry: () => Promise<void>;
  readonly signIn: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly discardUnreadable: () => Promise<void>;
}

/** When to begin once more after storage could not be read. */
const BEGIN_AGAIN_MS = 60_000;

/** The session of this worker. Whatever fails, it goes on with what is stored: no failure leaves it deaf. */
export function createSession(parts: WorkerParts, wakeUp: WakeUp): Session {
  const { identity, mirror, clock } = parts;
  let engine: Promise<Engine | null> | null = null;
  let signingIn: Promise<void> | null = null;

  async function begin(): Promise<Engine | null> {
    await forgetLostSignIn();
    const account = await readAccount();
    // Of a cloud that another build knows: nothing can be sent for it here.
    if (account === null || !findCloud(account.cloud)) return null;
    return buildEngine(account, parts, wakeUp);
  }

  /** The engine, begun by whoever needs it first; a beginning that failed is made again by the next. */
  function currentEngine(): Promise<Engine | null> {
    engine ??= begin().catch(async (error: unknown) => {
      engine = null;
      reportError(error);
      await wakeUp.at(clock.nowMs() + BEGIN_AGAIN_MS);
      return null;
    });
    return engine;
  }

  async function useEngine(use: (engine: Engine) => Promise<void>): Promise<void> {
    const current = await currentEngine();
    if (current) await use(current);
  }

  async function changeAccount(): Promise<void> {
    if (await signIn(parts, makeWayFor)) {
      await useEngine((current) => current.retry());
      await learnOrganisation(parts);
    } else {
      await useEngine((current) => current.wake());
    }
  }

  /** Ends the engine of whoever else was signed in; the same person's goes on with what it has under way. */
  async function makeWayFor(next: Account): Promise<void> {
    if ((await readAccount())?.key === next.key) return;
    (await currentEngine())?.stop();
    engine = null;
  }

  return {
    wake: () => useEngine((current) => current.wake()),
    refresh: () => useEngine((current) => current.refresh()),
    retry: () => useEngine((current) => current.retry()),
    signIn: () => {
      // A second click joins the first: each engine that is begun has to be stopped by somebody.
      signingIn ??= changeAccount().finally(() => {
        signingIn = null;
      });
      return signingIn;
    },
    signOut: async () => {
      (await currentEngine())?.stop();
      engine = Promise.resolve(null);
      const account = await readAccount();
      // First what would be sent, restored and signed in again: tokens without an account are of no use to anybody.
      if (account) await wipeAccount(account.key, mirror);
      await identity.forget();
      await wakeUp.at(null);
      await browser.alarms.clearAll();
    },
    discardUnreadable: async () => {
      const account = await readAccount();
      if (account) await discardUnreadable(account.key, mirror);
    },
  };
}
