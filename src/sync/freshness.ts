/** How fresh the list is kept while nothing is changed here. */
export interface Freshness {
  /** `look`: somebody opened a page or came back to it; `refresh`: somebody knows that there is something new. */
  readonly want: (what: 'look' | 'refresh') => void;
  /** Whether to read now. A look that is not due is over: the next one asks anew. */
  readonly isDue: (fetchedAtMs: number, nowMs: number) => boolean;
  readonly wasRead: (nowMs: number) => void;
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
  let isWanted = false;
  let isLookedAt = false;
  let looks: readonly number[] = [];

  function isLookDue(ageMs: number, nowMs: number): boolean {
    looks = looks.filter((atMs) => Math.abs(nowMs - atMs) < MINUTE_MS);
    return ageMs >= JUST_READ_MS && looks.length < LOOKS_PER_MINUTE;
  }

  return {
    want: (what) => {
      if (what === 'look') isLookedAt = true;
      else isWanted = true;
    },
    isDue: (fetchedAtMs, nowMs) => {
      const ageMs = nowMs - fetchedAtMs;
      // A clock that was set back does not say how old the list is.
      if (isWanted || ageMs < 0 || ageMs >= EVERY_MS) return true;
      isLookedAt &&= isLookDue(ageMs, nowMs);
      return isLookedAt;
    },
    wasRead: (nowMs) => {
      if (isLookedAt) looks = [...looks, nowMs];
      isLookedAt = false;
      isWanted = false;
    },
    nextMs: (fetchedAtMs, random) => fetchedAtMs + EVERY_MS + random * JITTER_MS,
  };
}
