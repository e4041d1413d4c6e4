import { LONG_SETTLE_MS } from '../graph/decide-retry';
import { type Attempt, type Edit, type EditState, inState, type Unclear } from '../outbox/edit';
import type { AccountState } from '../storage/account-state';
import type { EngineParts } from './engine-parts';
import { readProfile } from './read-profile';
import { restampUnclear } from './restamp';

/** So often an edit has to be missed before it is sent again: a language must not be there twice. */
const MISSES_NEEDED = { create: 2, update: 1, remove: 1 } as const;

/** The time between two looks. */
const LOOK_INTERVAL_MS = 30_000;

/** The state of an edit that is found in flight: only one drain runs at a time, and nobody has stored its answer. */
export function lostInFlight(attempt: Attempt): Unclear {
  const { startedAtMs } = attempt;
  const settledAtMs = startedAtMs + LONG_SETTLE_MS;
  return { status: 'ambiguous', attempt, notBeforeMs: startedAtMs, settledAtMs, misses: 0 };
}

/**
 * Finds out whether an edit was executed of which nobody knows: reads the profile and looks for its effect.
 * ```
 *   found ─▶ done, or what is left of it (read-profile.ts)
 *   not found ─▶ not settled yet: it may still be executed ─▶ look later
 *             └▶ settled: a miss ─▶ a create needs two of them ─▶ queued again
 * ```
 * Rejects where the profile could not be read or storage fails.
 */
export async function lookAgain(
  parts: EngineParts,
  state: AccountState,
  edit: Edit,
  unclear: Unclear,
): Promise<void> {
  const { snapshot, found } = await readProfile(parts, state);
  const isFound = found.some(({ id }) => id === edit.id);
  const missed = isFound ? [] : [inState(edit, afterMiss(unclear, parts.nowMs()))];
  await parts.store.commit({ snapshot, edits: [...found, ...missed], gate: null });
}

function afterMiss(before: Unclear, nowMs: number): EditState {
  // The clock may have been set back while the profile was read.
  const unclear = restampUnclear(before, nowMs);
  const { attempt, settledAtMs } = unclear;
  const isSettled = nowMs >= settledAtMs;
  const misses = unclear.misses + (isSettled ? 1 : 0);
  if (misses >= MISSES_NEEDED[attempt.sent]) return { status: 'queued' };
  const laterMs = nowMs + LOOK_INTERVAL_MS;
  const notBeforeMs = isSettled ? laterMs : Math.min(laterMs, settledAtMs);
  return { ...unclear, attempt: { ...attempt, startedAtMs: nowMs }, notBeforeMs, misses };
}
