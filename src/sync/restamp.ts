import { type Edit, inState, type Unclear } from '../outbox/edit';
import type { AccountChanges, AccountState } from '../storage/account-state';

/**
 * What begins to wait anew because the clock was set back behind its beginning: never longer than was asked for, and
 * never shorter. Null where the clock is not known to have been set back.
 */
export function restampWaits({ gate, edits }: AccountState, nowMs: number): AccountChanges | null {
  const isLater = gate !== null && gate.setAtMs > nowMs;
  const waiting = edits.flatMap((edit) => restampEdit(edit, nowMs));
  if (!isLater && waiting.length === 0) return null;
  return { ...(isLater && { gate: { ...gate, setAtMs: nowMs } }), edits: waiting };
}

/** The same for one unclear edit; the very same state where the clock was not set back. */
export function restampUnclear(unclear: Unclear, nowMs: number): Unclear {
  const { attempt, notBeforeMs, settledAtMs } = unclear;
  if (attempt.startedAtMs <= nowMs) return unclear;
  const later = (timeMs: number) => nowMs + Math.max(timeMs - attempt.startedAtMs, 0);
  const restamped = { notBeforeMs: later(notBeforeMs), settledAtMs: later(settledAtMs) };
  return { ...unclear, ...restamped, attempt: { ...attempt, startedAtMs: nowMs } };
}

function restampEdit(edit: Edit, nowMs: number): Edit[] {
  const { state } = edit;
  if (state.status !== 'ambiguous') return [];
  const restamped = restampUnclear(state, nowMs);
  return restamped === state ? [] : [inState(edit, restamped)];
}
