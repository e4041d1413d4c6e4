import type { AccountState } from '../storage/account-state';

/** How fresh the list is kept while nothing is changed here. */
export interface Freshness {
  /** `look`: somebody opened a page or came back to it; `refresh`: somebody knows that there is something new. */
  readonly want: (what: 'look' | 'refresh') => void;
  /**
   * Whether to read now. A look that is not due is over: the next one asks anew.
   * @param lookAtMs When twins are to be looked for, epoch milliseconds; null: not at all.
   */
  readonly isDue: (state: AccountState, lookAtMs: number | null, nowMs: number) => boolean;
  /** To be called before a read; what it gives, once that has succeeded. What is wanted in between is wanted still. */
  readonly begin: () => (nowMs: number) => void;
  /**
   * When to read without being asked, epoch milliseconds.
   * @param random 0 or more, less than 1: browsers that were started together do not ask together for ever.
   */
  readonly nextMs: (fetchedAtMs: number, random: number) => number;
}

/** A list that nobody looks at: two reads an hour at most. */
const EVERY_MS = 30 * 60_000;
const JITTER_MS = 5 * 60_000;

/** A page that opens gets the focus as well: one read is enough for both. */
const JUST_READ_MS = 1_000;

/** Whoever opens the popup again and again wants to see it, not to ask each time. */
const LOOKS_PER_MINUTE = 2;
const MINUTE_MS = 60_000;

/** Nothing is wanted yet, and no look remembered. */
export function createFreshness(): Freshness {
  let wanted = 0;
  let served = 0;
  let isLookedAt = false;
  let looks: readonly number[] = [];

  function isLookDue(ageMs: number, nowMs: number): boolean {
    looks = looks.filter((atMs) => Math.abs(nowMs - atMs) < MINUTE_MS);
    return ageMs >= JUST_READ_MS && looks.length < LOOKS_PER_MINUTE;
  }

  return {
    want: (what) => {
      if (what === 'look') isLookedAt = true;
      else wanted += 1;
    },
    isDue: ({ snapshot, gate, edits }, lookAtMs, nowMs) => {
      // What closed the gate may be over: only an answer of the service opens it for good.
      if (snapshot === null || gate !== null || (lookAtMs !== null && lookAtMs <= nowMs)) return true;
      const ageMs = nowMs - snapshot.fetchedAtMs;
      // While nobody knows what became of an edit, any read may tell.
      const isUnclear = edits.some(({ state }) => state.status === 'ambiguous');
      // A clock that was set back does not say how old the list is.
      if (wanted > served || ageMs < 0 || ageMs >= EVERY_MS) return true;
      isLookedAt &&= isUnclear || isLookDue(ageMs, nowMs);
      return isLookedAt;
    },
    begin: () => {
      const [before, isLook] = [wanted, isLookedAt];
      isLookedAt = false;
      return (nowMs) => {
        served = before;
        if (isLook) looks = [...looks, nowMs];
      };
    },
    nextMs: (fetchedAtMs, random) => fetchedAtMs + EVERY_MS + random * JITTER_MS,
  };
}
