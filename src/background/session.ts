import { findCloud } from '../identity/clouds';
import type { SignOut } from '../messages/contract';
import { readAccount } from '../storage/account-state';
import { discardUnreadable } from '../storage/discard-unreadable';
import { tidyOtherAccounts } from '../storage/wipe-account';
import { buildEngine } from './build-engine';
import { createCurrentWork, type Work } from './current-work';
import type { Doorbell } from './doorbell';
import { learnOrganisation } from './learn-organisation';
import { forgetLostSignIn, sayRunning, signIn } from './sign-in';
import { forgetAsked, giveUp, isAllSent, isStillAsked, readAsked } from './pending-sign-out';
import { signOut } from './sign-out';
import type { WakeUp } from './wake-up';
import type { LoggedParts } from './worker-parts';

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
  /** Signs out whoever has asked for it once Microsoft 365 has everything; they stay where it does not get all now. */
  readonly leaveOnceSent: () => Promise<void>;
  readonly discardUnreadable: () => Promise<void>;
  /** Settles once nothing is on its way, neither an edit nor a sign-in. */
  readonly whenAtRest: () => Promise<void>;
}

/** When to begin once more after storage could not be read or written. */
const BEGIN_AGAIN_MS = 60_000;

/** The session of this worker. Whatever fails, it goes on with what is stored: no failure leaves it deaf. */
export function createSession(parts: LoggedParts, wakeUp: WakeUp, doorbell: Doorbell): Session {
  const { identity, mirror, clock } = parts;
  const work = createCurrentWork(begin, () => wakeUp.at(clock.nowMs() + BEGIN_AGAIN_MS));
  let signingIn: Promise<boolean> | null = null;
  /** The last sign-out, from when nothing is left to be sent. */
  let leaving: Promise<void> = Promise.resolve();
  let signOuts = 0;

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

  const isSigningIn = () => signingIn !== null;
  const wake = () => work.use(({ engine }) => engine.wake());
  const sendAll = () => work.use(({ engine }) => engine.retry());

  /** Whoever is signed in no more rings no more. */
  const silenced = (change: () => Promise<void>) => () => {
    doorbell.silence();
    return change();
  };

  async function beginSignIn(): Promise<boolean> {
    let before = signOuts;
    // What a sign-out clears away is not what comes after it.
    await Promise.allSettled([leaving]);
    return signIn(parts, {
      onAnswer: async () => {
        await Promise.allSettled([leaving]);
        before = signOuts;
      },
      isCancelled: () => signOuts !== before,
      makeWayFor: async (next, store) => {
        // The same person's engine goes on with what it has under way.
        const previous = await readAccount();
        if (previous?.key === next.key) return store();
        await work.endFor(
          silenced(async () => {
            // What was tried before anybody is signed in tells why it was hard; what one did is nothing to another.
            if (previous !== null) await parts.log.clear();
            await store();
          }),
        );
      },
    });
  }

  return {
    wake,
    look: () => work.use(({ engine }) => engine.look()),
    refresh: () => work.use(({ engine }) => engine.refresh()),
    retry: sendAll,
    signIn: async () => {
      // A second click joins the first; a sign-out since then has hidden that there is a window.
      const joins = signingIn !== null;
      signingIn ??= beginSignIn().finally(() => {
        signingIn = null;
      });
      const said = [forgetAsked(), joins ? sayRunning() : null];
      const [isSignedIn] = await Promise.all([signingIn, ...said]);
      // It may have been over before that was said.
      if (joins && !isSigningIn()) await forgetLostSignIn();
      if (isSignedIn) {
        await sendAll();
        await work.use((current) => learnOrganisation(current, parts));
      }
      // What had to wait while nobody worked, or for a gate that is closed now, needs somebody to look after it.
      await wake();
    },
    signOut: async (how) => {
      const leave = () => signOut(parts, wakeUp, how);
      // For whoever has made way meanwhile nothing goes on.
      if ((await readAccount())?.key !== how.accountKey) return leave();
      signOuts += 1;
      leaving = work.endFor(silenced(leave));
      await leaving;
    },
    leaveOnceSent: async () => {
      const asked = await readAsked(parts);
      if (asked === null) return;
      // Whatever it fails with: what could not be sent is seen in storage.
      await sendAll().catch(reportError);
      const { accountKey, ofMicrosoft } = asked;
      if (!(await isAllSent(accountKey, mirror))) return giveUp(asked);
      if (!(await isStillAsked(asked))) return;
      leaving = work.endFor(async () => {
        // They may have thought better of it, in any page, as long as nothing is removed.
        if (!(await isStillAsked(asked))) return;
        signOuts += 1;
        doorbell.silence();
        // What was said meanwhile in another page stays.
        await signOut(parts, wakeUp, { accountKey, unsent: 'keep', ofMicrosoft });
      });
      await leaving;
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
