import { NO_PREFERENCES, type Preferences, type PutAside } from './preferences';

/** Clocks of two devices differ by less. */
const DAY_MS = 24 * 60 * 60_000;

/**
 * The preferences of which each part is the latest one of all; where none is later, that of the first. What a clock of
 * the far future chose counts as chosen long before anything else: else it would overrule every choice until then.
 */
export function mergePreferences(all: readonly Preferences[], nowMs: number): Preferences {
  const believed = all.map((each) => withBelievedTimes(each, nowMs + DAY_MS));
  const latest = (timeOf: (each: Preferences) => number) =>
    believed.reduce((best, each) => (timeOf(each) > timeOf(best) ? each : best), NO_PREFERENCES);
  const { order, places, placedAtMs } = latest((each) => each.placedAtMs);
  const { contact, contactAtMs } = latest((each) => each.contactAtMs);
  const putAside = latestOfEach(believed.flatMap((each) => each.putAside));
  return { order, places, placedAtMs, contact, contactAtMs, putAside };
}

/** The last word about each question: what was taken back stays so, whoever still has it put aside. */
function latestOfEach(all: readonly PutAside[]): PutAside[] {
  const latest = new Map<string, PutAside>();
  for (const each of all) {
    if (each.atMs > (latest.get(each.question)?.atMs ?? -1)) latest.set(each.question, each);
  }
  const byName = (a: PutAside, b: PutAside) => (a.question < b.question ? -1 : 1);
  return [...latest.values()].toSorted((a, b) => a.atMs - b.atMs || byName(a, b));
}

function withBelievedTimes({ placedAtMs, contactAtMs, putAside, ...rest }: Preferences, endMs: number) {
  const believed = (atMs: number) => (atMs < endMs ? atMs : 1);
  return {
    ...rest,
    placedAtMs: believed(placedAtMs),
    contactAtMs: believed(contactAtMs),
    putAside: putAside.map((each) => ({ ...each, atMs: believed(each.atMs) })),
  };
}
