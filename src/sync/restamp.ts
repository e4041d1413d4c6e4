import { type Edit, inState } from '../outbox/edit';
import type { AccountChanges, AccountState } from '../storage/account-state';

/**
 * What begins to wait anew because the clock was set back behind its beginning: never longer than was asked for, and
 * never shorter. Null where the clock is not known to have been set back.
 */
export function restampWaits({ gate, edits }: AccountState, nowMs: number): AccountChanges | null {
  const isLater = gate !== null && gate.setAtMs > nowMs;
  const waiting = edits.flatMap((edit) => restampUnclear(edit, nowMs));
  if (!isLater && waiting.length === 0) return null;
  return { ...(isLater && { gate: { ...gate, setAtMs: nowMs } }), edits: waiting };
}

function restampUnclear(edit: Edit, nowMs: number): Edit[] {
  const { state } = edit;
  if (state.status !== 'ambiguous' || state.attempt.startedAtMs <= nowMs) return [];
  const { attempt, notBeforeMs, settledAtMs } = state;
  const later = (timeMs: number) => nowMs + Math.max(timeMs - attempt.startedAtMs, 0);
  const restamped = { notBeforeMs: later(notBeforeMs), settledAtMs: later(settledAtMs) };
  return [inState(edit, { ...state, ...restamped, attempt: { ...attempt, startedAtMs: nowMs } })];
}
