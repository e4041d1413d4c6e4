import { inState, isOpen } from '../outbox/edit';
import { type GateCode, remainingWaitMs } from '../outbox/gate';
import { nextLookMs } from '../outbox/twins';
import type { AccountState } from '../storage/account-state';
import { chooseWork, type Work } from './choose-work';
import { drainLock, type EngineParts } from './engine-parts';
import { createFreshness, type Wish } from './freshness';
import { lookAgain, lostInFlight } from './look-again';
import { readProfile } from './read-profile';
import { recordReadFailure } from './record-failure';
import { removeTwin } from './remove-twin';
import { restampWaits } from './restamp';
import { sendEdit } from './send-edit';
import { stoppable } from './stoppable';

/** Brings one account's outbox to its profile and its profile to the snapshot. */
export interface Engine {
  /** Sends what waits, as far as the gate allows. Safe to call at any time and as often as one likes. */
  wake(): Promise<void>;
  /** As `wake`, for a person who opened a page or came back to it: reads the profile again where it is not fresh. */
  look(): Promise<void>;
  /** The same however fresh it is, as another browser has changed something. A new try costs nothing while offline. */
  refresh(): Promise<void>;
  /** For a person who said "Try again": opens every gate that a person can open, then reads in any case. */
  retry(): Promise<void>;
  /** From now on nothing is stored and no request begins, but for the rest of a list that is being read: for sign-out. */
  stop(): void;
}

/** When to look after work that no worker may have finished, and to try again after the browser's storage failed. */
const RESCUE_MS = 60_000;

/** Chrome stops a worker after five minutes with one event: what is left then goes on with the next. */
const DRAIN_LIMIT_MS = 4 * 60_000;

/** What only waiting opens: the service has said so, or has to be asked a second time after a while. */
const WAIT_ONLY: readonly GateCode[] = ['throttled', 'emptied'];

/**
 * One step at a time, each from what is stored to what is stored, so that a worker may die between any two lines:
 * ```
 *   wake ─▶ mend the storage ─▶ step, until there is nothing to do:
 *     gate closed? ── yes ─▶ ask to be woken
 *       │ no
 *     choose ─▶ send │ lost in flight │ look again │ remove a twin │ drop │ ask anew ─▶ next step
 *       │ rest
 *     list not fresh? ── yes ─▶ read the profile ─▶ next step
 *       └ no ─▶ ask to be woken
 * ```
 * One edit on its way. Four files take it from the stored click to the commit: this one, `choose-work`, `send-edit` and
 * `plan-send`. What they call besides does what its name says; the rest of the room is for when something goes wrong.
 * (`outbox/edit.ts` has the states in full; the page stores the click in `storage/append-edit.ts`, which wakes this.)
 * ```
 *   click ─▶ queued ── choose-work ─▶ send-edit: read ─▶ plan-send ─▶ claim ─▶ request ─▶ commit ─▶ done
 *               ▲                                            │ asks              │ refused ─▶ parked   ┐ record-
 *               ├────────────────────────────────────────────│───────────────────┤ put off             │ failure
 *               │                                            ▼                   │ no telling, killed  ┘
 *               │ not there                                parked                ▼
 *               └───────── look-again ◀────────────────────────────────────── ambiguous
 *                              └─ found ─▶ done, or what is left of it
 * ```
 */
export function createEngine(accountKey: string, given: EngineParts): Engine {
  const { parts, stop, hasStopped } = stoppable(given);
  const freshness = createFreshness();
  let opensGate: (code: GateCode) => boolean = neverOpens;
  let wakes = 0;
  let running: Promise<void> | null = null;

  async function drain(): Promise<void> {
    let heard: number;
    try {
      do {
        heard = wakes;
        await parts.runExclusive(drainLock(accountKey), drainForAWhile);
      } while (heard !== wakes);
    } catch (error) {
      if (hasStopped()) return;
      // The browser's storage failed, and with it the place where a closed gate is written down.
      await parts.wakeAt(parts.nowMs() + RESCUE_MS);
      throw error;
    } finally {
      // In the turn of the last look at `wakes`: no call of `wake` can come between.
      running = null;
    }
  }

  async function drainForAWhile(): Promise<void> {
    const startedAtMs = parts.nowMs();
    // Under the lock, and each time: what storage has lost comes back before anything later is sent.
    await parts.mendStorage(hasStopped);
    while (await step()) {
      if (parts.nowMs() - startedAtMs >= DRAIN_LIMIT_MS) return parts.wakeAt(parts.nowMs());
    }
  }

  /** True where there may be more to do at once. */
  async function step(): Promise<boolean> {
    if (hasStopped()) return false;
    const nowMs = parts.nowMs();
    const state = await readAt(nowMs);
    const opens = opensGate;
    opensGate = neverOpens;
    if (state.gate !== null && opens(state.gate.code)) {
      await parts.store.commit({ gate: null });
      return true;
    }
    const waitMs = remainingWaitMs(state.gate, nowMs);
    if (waitMs !== 0) {
      await parts.wakeAt(waitMs === null ? null : nowMs + waitMs);
      return false;
    }
    const work = chooseWork(state, nowMs);
    if (work.kind === 'rest') {
      const lookAtMs = nextLookMs(state.snapshot?.creations ?? [], nowMs);
      if (!freshness.isDue(state, lookAtMs, nowMs)) {
        await parts.store.removeEdits(state.edits.filter((edit) => !isOpen(edit)).map(({ id }) => id));
        const readAtMs = freshness.nextMs(state.snapshot?.fetchedAtMs ?? nowMs, parts.random());
        await parts.wakeAt(Math.min(readAtMs, work.wakeAtMs ?? readAtMs, lookAtMs ?? readAtMs));
        return false;
      }
    }
    // Should the worker be stopped in the middle, somebody has to look what became of it.
    await parts.wakeAt(nowMs + RESCUE_MS);
    try {
      await perform(work, state);
    } catch (error) {
      if (hasStopped()) return false;
      await recordReadFailure(parts, state, error);
    }
    return true;
  }

  async function readAt(nowMs: number): Promise<AccountState> {
    const state = await parts.store.read();
    const restamped = restampWaits(state, nowMs);
    if (restamped === null) return state;
    await parts.store.commit(restamped);
    return parts.store.read();
  }

  async function perform(work: Work, state: AccountState): Promise<void> {
    switch (work.kind) {
      case 'send':
        return sendEdit(parts, state, work.edit, work.absorbed);
      case 'lost':
        return parts.store.commit({ edits: [inState(work.edit, lostInFlight(work.attempt))] });
      case 'look':
        return lookAgain(parts, state, work.edit, work.unclear);
      case 'twins':
        return removeTwin(parts, state);
      case 'drop':
        await parts.store.commit({ edits: work.edits.map((edit) => inState(edit, { status: 'done' })) });
        return parts.store.removeEdits(work.edits.map(({ id }) => id));
      case 'ask-anew':
        return parts.store.commit({ edits: work.edits });
      case 'rest':
        await refreshFrom(state);
    }
  }

  async function refreshFrom(state: AccountState): Promise<void> {
    const reading = freshness.begin();
    const { snapshot, found } = await readProfile(parts, state);
    const after = reading.withLook(snapshot);
    await parts.store.commit({ snapshot: after, edits: found, gate: null });
    reading.end(state.snapshot, after);
  }

  function wake(): Promise<void> {
    wakes += 1;
    running ??= drain();
    return running;
  }

  /** The gate is opened by the next step, which sees the one that is closed then. */
  function readThrough(opens: (code: GateCode) => boolean, wish: Wish): Promise<void> {
    const before = opensGate;
    opensGate = (code) => before(code) || opens(code);
    freshness.want(wish);
    return wake();
  }

  return {
    wake,
    look: () => readThrough(isOffline, 'look'),
    refresh: () => readThrough(isOffline, 'ring'),
    retry: () => readThrough((code) => !WAIT_ONLY.includes(code), 'refresh'),
    stop,
  };
}

const neverOpens = (): boolean => false;
const isOffline = (code: GateCode): boolean => code === 'offline';
