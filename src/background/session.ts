import { browser } from '../browser';
import { findCloud } from '../identity/clouds';
import { readAccount } from '../storage/account-state';
import { discardUnreadable } from '../storage/discard-unreadable';
import { wipeAccount } from '../storage/wipe-account';
import { buildEngine } from './build-engine';
import { createCurrentWork, type Work } from './current-work';
import type { Doorbell } from './doorbell';
import { learnOrganisation } from './learn-organisation';
import { forgetLostSignIn, signIn } from './sign-in';
import type { WakeUp } from './wake-up';
import type { WorkerParts } from './worker-parts';

/**
 * Who is signed in, and what goes on for them. What a command achieved is seen in storage; it rejects where the
 * browser's storage fails.
 */
export interface Session {
  readonly wake: () => Promise<void>;
  readonly look: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly retry: () => Promise<void>;
  readonly signIn: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly discardUnreadable: () => Promise<void>;
  /** Settles once nothing is on its way, neither an edit nor a sign-in. */
  readonly whenAtRest: () => Promise<void>;
}

/** When to begin once more after storage could not be read or written. */
const BEGIN_AGAIN_MS = 60_000;

/** The session of this worker. Whatever fails, it goes on with what is stored: no failure leaves it deaf. */
export function createSession(parts: WorkerParts, wakeUp: WakeUp, doorbell: Doorbell): Session {
  const { identity, mirror, clock } = parts;
  const work = createCurrentWork(begin, () => wakeUp.at(clock.nowMs() + BEGIN_AGAIN_MS));
  let signingIn: Promise<boolean> | null = null;
  let signOuts = 0;

  async function begin(): Promise<Work | null> {
    // What may be left: a sign-in whose worker was stopped, and tokens whose account is gone, or was never stored.
    if (signingIn === null) await forgetLostSignIn();
    const account = await readAccount();
    if (account === null && signingIn === null) await identity.forget();
    // Of a cloud that another build knows: nothing can be sent for it here.
    if (account === null || !findCloud(account.cloud)) return null;
    const engine = buildEngine(account, parts, { wakeUp, doorbell });
    let isOver = false;
    const end = () => {
      isOver = true;
      engine.stop();
    };
    return { account, engine, hasEnded: () => isOver, end };
  }

  const wake = () => work.use(({ engine }) => engine.wake());

  /** Whoever is signed in no more rings no more. */
  const silenced = (change: () => Promise<void>) => () => {
    doorbell.silence();
    return change();
  };

  function beginSignIn(): Promise<boolean> {
    const before = signOuts;
    return signIn(parts, {
      isCancelled: () => signOuts !== before,
      makeWayFor: async (next, store) => {
        // The same person's engine goes on with what it has under way.
        if ((await readAccount())?.key === next.key) await store();
        else await work.endFor(silenced(store));
      },
    });
  }

  return {
    wake,
    look: () => work.use(({ engine }) => engine.look()),
    refresh: () => work.use(({ engine }) => engine.refresh()),
    retry: () => work.use(({ engine }) => engine.retry()),
    signIn: async () => {
      // A second click joins the first.
      signingIn ??= beginSignIn().finally(() => {
        signingIn = null;
      });
      if (await signingIn) {
        await work.use(({ engine }) => engine.retry());
        await work.use((current) => learnOrganisation(current, parts));
      }
      // What had to wait while nobody worked, or for a gate that is closed now, needs somebody to look after it.
      await wake();
    },
    signOut: () => {
      signOuts += 1;
      return work.endFor(
        silenced(async () => {
          const account = await readAccount();
          // First what would be sent, restored and signed in again: tokens without an account are of no use to anybody.
          if (account) await wipeAccount(account.key, mirror);
          await identity.forget();
          await wakeUp.at(null);
          await browser.alarms.clearAll();
        }),
      );
    },
    discardUnreadable: async () => {
      const account = await readAccount();
      if (account) await discardUnreadable(account.key, mirror);
    },
    whenAtRest: async () => {
      // However it ends: whoever asked for it is told.
      await Promise.allSettled([signingIn]);
      await wake();
    },
  };
}
