import { findCloud } from '../identity/clouds';
import type { SignOut } from '../messages/contract';
import { readAccount } from '../storage/account-state';
import { discardUnreadable } from '../storage/discard-unreadable';
import { tidyOtherAccounts } from '../storage/wipe-account';
import { buildEngine } from './build-engine';
import { createCurrentWork, type Work } from './current-work';
import type { Doorbell } from './doorbell';
import { learnOrganisation } from './learn-organisation';
import { forgetLostSignIn, signIn } from './sign-in';
import { isAllSent, signOut } from './sign-out';
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
  readonly signOut: (how: SignOut) => Promise<void>;
  /** A sign-out that is still sending does not come about. */
  readonly stay: () => Promise<void>;
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
  /** Counts what the person said of signing in or out: what they say later counts. */
  let wishes = 0;

  async function begin(): Promise<Work | null> {
    // What may be left: a sign-in whose worker was stopped, and tokens whose account is gone, or was never stored.
    if (signingIn === null) await forgetLostSignIn();
    const account = await readAccount();
    if (account === null && signingIn === null) await identity.forget();
    // Before anything is sent or mended. What is left of others does no harm, and goes another time.
    await tidyOtherAccounts(account?.key ?? null, mirror).catch(reportError);
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

  /** Sends what waits; true where it all went through. */
  async function sendAll(): Promise<boolean> {
    const before = await readAccount();
    await work.use(({ engine }) => engine.retry());
    const account = await readAccount();
    // Somebody else may have signed in meanwhile, by a window that was open: they did not ask for this.
    return account !== null && account.key === before?.key && isAllSent(account.key, parts);
  }

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
      wishes += 1;
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
    signOut: async (how) => {
      const wish = (wishes += 1);
      if (how.unsent === 'send' && !(await sendAll())) return;
      if (wish !== wishes) return;
      signOuts += 1;
      await work.endFor(silenced(() => signOut(parts, wakeUp, how)));
    },
    stay: () => {
      wishes += 1;
      return Promise.resolve();
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
