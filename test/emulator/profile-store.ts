import type { StoredLanguage } from './graph-entity';
import type { Person } from './people';

/** The languages of every person, with their past, so that a read can be shown an older state. */
export interface ProfileStore {
  /** The languages in the service's order (oldest first), as they were `lagMs` ago. */
  languagesOf(person: Person, lagMs?: number): readonly StoredLanguage[];
  replace(person: Person, languages: readonly StoredLanguage[]): void;
  /** Everybody has their first languages again. */
  reset(): void;
}

interface Version {
  readonly sinceMs: number;
  readonly languages: readonly StoredLanguage[];
}

/** A store that starts with what `seedOf` gives for each person. */
export function createProfileStore(seedOf: (person: Person) => readonly StoredLanguage[]): ProfileStore {
  const versionsOf = new Map<string, Version[]>();

  function versions(person: Person): Version[] {
    const existing = versionsOf.get(person.objectId);
    if (existing) return existing;
    const seeded = [{ sinceMs: -Infinity, languages: inServiceOrder(seedOf(person)) }];
    versionsOf.set(person.objectId, seeded);
    return seeded;
  }

  return {
    languagesOf(person, lagMs = 0) {
      const thenMs = performance.now() - lagMs;
      return versions(person).findLast(({ sinceMs }) => sinceMs <= thenMs)?.languages ?? [];
    },
    replace(person, languages) {
      versions(person).push({ sinceMs: performance.now(), languages: inServiceOrder(languages) });
    },
    reset() {
      versionsOf.clear();
    },
  };
}

function inServiceOrder(languages: readonly StoredLanguage[]): StoredLanguage[] {
  return languages.toSorted((one, other) =>
    (one.createdDateTime ?? '').localeCompare(other.createdDateTime ?? ''),
  );
}
