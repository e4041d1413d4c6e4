import { areFieldsEqual } from '../languages/fields';
import type { ProfileLanguage } from '../languages/language';
import type { Snapshot } from '../outbox/snapshot';
import type { AccountState } from '../storage/account-state';

/** Why the list is read again: what is wanted is read once, however often it was wanted. */
export type Wish =
  /** Somebody opened a page or came back to it. */
  | 'look'
  /** Another browser has changed something. */
  | 'ring'
  /** Somebody wants to see it as it is now. */
  | 'refresh';

/** How fresh the list is kept while nothing is changed here. */
export interface Freshness {
  readonly want: (wish: Wish) => void;
  /**
   * Whether to read now. A look that is not due is over: the next one asks anew.
   * @param lookAtMs When twins are to be looked for, epoch milliseconds; null: not at all.
   */
  readonly isDue: (state: AccountState, lookAtMs: number | null, nowMs: number) => boolean;
  /** To be called before a read. */
  readonly begin: () => Reading;
  /**
   * When to read without being asked, epoch milliseconds.
   * @param random 0 or more, less than 1: browsers that were started together do not ask together for ever.
   */
  readonly nextMs: (fetchedAtMs: number, random: number) => number;
}

/** A read that is under way. */
export interface Reading {
  /** What was read, with the look that it was read for: whichever worker is asked next knows of it. */
  readonly withLook: (read: Snapshot) => Snapshot;
  /** To be called once that is stored, with what was known before. What is wanted in between is wanted still. */
  readonly end: (before: Snapshot | null, read: Snapshot) => void;
}

/** A list that nobody looks at: two reads an hour at most. */
const EVERY_MS = 30 * 60_000;
const JITTER_MS = 5 * 60_000;

/** A page that opens gets the focus as well: one read is enough for both. */
const JUST_READ_MS = 1_000;

/** Whoever opens the popup again and again wants to see it, not to ask each time. */
const LOOKS_PER_MINUTE = 2;
const MINUTE_MS = 60_000;

/** The service may answer from a copy that is behind: where a read does not show why another browser rang, one more. */
const BEHIND_MS = 15_000;

/** Nothing is wanted yet. */
export function createFreshness(): Freshness {
  let wanted = 0;
  let served = 0;
  let isLookedAt = false;
  let isRung = false;
  let againAtMs = Infinity;

  return {
    want: (wish) => {
      if (wish === 'look') isLookedAt = true;
      else wanted += 1;
      if (wish === 'ring') isRung = true;
    },
    isDue: ({ snapshot, gate, edits }, lookAtMs, nowMs) => {
      // What closed the gate may be over: only an answer of the service opens it for good.
      if (snapshot === null || gate !== null || (lookAtMs !== null && lookAtMs <= nowMs)) return true;
      const ageMs = nowMs - snapshot.fetchedAtMs;
      // While nobody knows what became of an edit, any read may tell.
      const isUnclear = edits.some(({ state }) => state.status === 'ambiguous');
      // A clock that was set back does not say how old the list is.
      if (wanted > served || ageMs < 0 || ageMs >= EVERY_MS || againAtMs <= nowMs) return true;
      isLookedAt &&= isUnclear || (ageMs >= JUST_READ_MS && mayLook(snapshot, nowMs));
      return isLookedAt;
    },
    begin: () => {
      const [before, isLook, wasRung] = [wanted, isLookedAt, isRung];
      isLookedAt = false;
      isRung = false;
      return {
        withLook: (read) =>
          isLook
            ? { ...read, looksAtMs: [...read.looksAtMs, read.fetchedAtMs].slice(-LOOKS_PER_MINUTE) }
            : read,
        end: (known, read) => {
          served = before;
          const isNews = known === null || !areAlike(known, read);
          if (isNews || againAtMs <= read.fetchedAtMs) againAtMs = Infinity;
          if (wasRung && !isNews) againAtMs = read.fetchedAtMs + BEHIND_MS;
        },
      };
    },
    nextMs: (fetchedAtMs, random) => Math.min(fetchedAtMs + EVERY_MS + random * JITTER_MS, againAtMs),
  };
}

function mayLook({ looksAtMs }: Snapshot, nowMs: number): boolean {
  return looksAtMs.filter((atMs) => Math.abs(nowMs - atMs) < MINUTE_MS).length < LOOKS_PER_MINUTE;
}

function areAlike({ languages: before }: Snapshot, { languages: after }: Snapshot): boolean {
  const isAsBefore = (language: ProfileLanguage, at: number) => {
    const known = before[at];
    return known?.id === language.id && areFieldsEqual(known, language);
  };
  return before.length === after.length && after.every(isAsBefore);
}
