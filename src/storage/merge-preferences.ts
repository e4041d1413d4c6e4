import type { Preferences, PutAside } from './preferences';

/** The preferences of which each part is the later one of both; where neither is later, that of the first. */
export function mergePreferences(one: Preferences, other: Preferences): Preferences {
  const placed = other.placedAtMs > one.placedAtMs ? other : one;
  const contacted = other.contactAtMs > one.contactAtMs ? other : one;
  return {
    order: placed.order,
    places: placed.places,
    placedAtMs: placed.placedAtMs,
    contact: contacted.contact,
    contactAtMs: contacted.contactAtMs,
    putAside: latestOfEach([...one.putAside, ...other.putAside]),
  };
}

/** When anything of it was chosen last, epoch milliseconds; 0: never. */
export function chosenAtMs({ placedAtMs, contactAtMs, putAside }: Preferences): number {
  return Math.max(placedAtMs, contactAtMs, ...putAside.map(({ atMs }) => atMs));
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
