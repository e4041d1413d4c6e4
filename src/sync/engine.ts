import { inState, isOpen } from '../outbox/edit';
import { type GateCode, remainingWaitMs } from '../outbox/gate';
import type { AccountState, AccountStore } from '../storage/account-state';
import { chooseWork, type Work } from './choose-work';
import type { EngineParts } from './engine-parts';
import { lookAgain } from './look-again';
import { readSnapshot } from './read-snapshot';
import { recordReadFailure } from './record-failure';
import { sendEdit } from './send-edit';

/** Brings one account's outbox to its profile and its profile to the snapshot. */
export interface Engine {
  /** Sends what waits, as far as the gate allows. Safe to call at any time and as often as one likes. */
  wake(): Promise<void>;
  /** As `wake`, and reads the profile again also where nothing waits. A new try costs nobody anything while offline. */
  refresh(): Promise<void>;
  /** For a person who said "Try again": opens every gate but the one that the service closed, then as `refresh`. */
  retry(): Promise<void>;
  /** From now on nothing is sent or stored any more: for sign-out. */
  stop(): void;
}

/** When to look after work that no worker may have finished: well after a worker of this browser would be stopped. */
const RESCUE_MS = 60_000;

/** When to try again after the browser could not read or write its storage. */
const STORAGE_RETRY_MS = 60_000;

/**
 * One step at a time, each from what is stored to what is stored, so that a worker may die between any two lines:
 * ```
 *   wake ─▶ gate closed? ── yes ─▶ ask to be woken
 *             │ no
 *             ▼
 *           choose ─▶ send │ look again │ drop ─▶ (again)
 *             │ rest
 *             ▼
 *           refresh wanted? ─▶ read the profile ─▶ ask to be woken
 * ```
 */
export function createEngine(accountKey: string, given: EngineParts): Engine {
  let isStopped = false;
  let wantsRefresh = false;
  let wakes = 0;
  let running: Promise<void> | null = null;
  const hasStopped = (): boolean => isStopped;
  const commit: AccountStore['commit'] = async (changes) => {
    // Also keeps a request from leaving whose claim would not be stored.
    if (isStopped) throw new Error('The engine was stopped');
    await given.store.commit(changes);
  };
  const removeEdits: AccountStore['removeEdits'] = async (ids) => {
    if (!isStopped) await given.store.removeEdits(ids);
  };
  const parts: EngineParts = { ...given, store: { ...given.store, commit, removeEdits } };

  async function drain(): Promise<void> {
    let heard: number;
    try {
      do {
        heard = wakes;
        await parts.runExclusive(`drain:${accountKey}`, async () => {
          while (await step());
        });
      } while (heard !== wakes);
    } catch (error) {
      // The browser's storage failed, and with it the place where a closed gate is written down.
      await parts.wakeAt(parts.nowMs() + STORAGE_RETRY_MS);
      throw error;
    } finally {
      // In the turn of the last look at `wakes`: no call of `wake` can come between.
      running = null;
    }
  }

  /** True where there may be more to do at once. */
  async function step(): Promise<boolean> {
    if (isStopped) return false;
    const nowMs = parts.nowMs();
    const state = await readAt(nowMs);
    const waitMs = remainingWaitMs(state.gate, nowMs);
    if (waitMs !== 0) {
      await parts.wakeAt(waitMs === null ? null : nowMs + waitMs);
      return false;
    }
    const work = chooseWork(state.edits, state.snapshot?.aliases ?? {}, nowMs);
    // What closed the gate may be over: only an answer of the service opens it for good.
    if (work.kind === 'rest' && !wantsRefresh && state.gate === null) {
      await parts.store.removeEdits(state.edits.filter((edit) => !isOpen(edit)).map(({ id }) => id));
      await parts.wakeAt(work.wakeAtMs);
      return false;
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

  /** The state, in which a gate that was closed "later" than now begins to wait now: the clock was set back. */
  async function readAt(nowMs: number): Promise<AccountState> {
    const state = await parts.store.read();
    if (state.gate === null || state.gate.setAtMs <= nowMs) return state;
    const gate = { ...state.gate, setAtMs: nowMs };
    await parts.store.commit({ gate });
    return { ...state, gate };
  }

  async function perform(work: Work, state: AccountState): Promise<void> {
    switch (work.kind) {
      case 'send':
        await sendEdit(parts, state, work.edit, work.absorbed);
        wantsRefresh = false;
        return;
      case 'look':
        return lookAgain(parts, state, work.edit);
      case 'drop':
        await parts.store.commit({ edits: work.edits.map((edit) => inState(edit, { status: 'done' })) });
        return parts.store.removeEdits(work.edits.map(({ id }) => id));
      case 'rest':
        await parts.store.commit({ snapshot: await readSnapshot(parts, state.snapshot), gate: null });
        wantsRefresh = false;
    }
  }

  function wake(): Promise<void> {
    wakes += 1;
    running ??= drain();
    return running;
  }

  async function refreshThrough(opens: (code: GateCode) => boolean): Promise<void> {
    const { gate } = await parts.store.read();
    if (isStopped) return;
    if (gate !== null && opens(gate.code)) await parts.store.commit({ gate: null });
    wantsRefresh = true;
    return wake();
  }

  return {
    wake,
    refresh: () => refreshThrough((code) => code === 'offline'),
    retry: () => refreshThrough((code) => code !== 'throttled'),
    stop: () => {
      isStopped = true;
    },
  };
}
