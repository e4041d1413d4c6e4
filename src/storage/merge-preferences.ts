import { NO_PREFERENCES, type Preferences, type PutAside } from './preferences';

/** Clocks of two devices differ by less. */
const DAY_MS = 24 * 60 * 60_000;

/**
 * A time of a choice as it counts beside others: what a clock of the far future chose counts as chosen long before
 * anything else, or it would overrule every choice until then.
 */
export function believed(atMs: number, nowMs: number): number {
  return atMs < nowMs + DAY_MS ? atMs : 1;
}

/** The preferences of which each part is the latest one of all; where none is later, that of the first. */
export function mergePreferences(all: readonly Preferences[], nowMs: number): Preferences {
  const latest = (timeOf: (each: Preferences) => number) =>
    all.reduce(
      (best, each) => (believed(timeOf(each), nowMs) > believed(timeOf(best), nowMs) ? each : best),
      NO_PREFERENCES,
    );
  const { order, places, placedAtMs } = latest((each) => each.placedAtMs);
  const { contact, contactAtMs } = latest((each) => each.contactAtMs);
  const putAside = latestOfEach(
    all.flatMap((each) => each.putAside),
    nowMs,
  );
  return { order, places, placedAtMs, contact, contactAtMs, putAside };
}

/** The last word about each question: what was taken back stays so, whoever still has it put aside. */
function latestOfEach(all: readonly PutAside[], nowMs: number): PutAside[] {
  const latest = new Map<string, PutAside>();
  const timeOf = ({ atMs }: PutAside) => believed(atMs, nowMs);
  for (const each of all) {
    const before = latest.get(each.question);
    if (before === undefined || timeOf(each) > timeOf(before)) latest.set(each.question, each);
  }
  const byName = (a: PutAside, b: PutAside) => (a.question < b.question ? -1 : 1);
  return [...latest.values()].toSorted((a, b) => a.atMs - b.atMs || byName(a, b));
}
