import type { ProfileLanguage } from '../languages/language';
import type { LanguageRef } from './edit';

/** What Microsoft 365 last said. Only a parsed answer of Graph changes it. */
export interface Snapshot {
  /** In the service's order. */
  readonly languages: readonly ProfileLanguage[];
  /** From references that edits may still use to the id that the language has now. */
  readonly aliases: Readonly<Record<LanguageRef, string>>;
  /** When the whole list was last read, epoch milliseconds. */
  readonly fetchedAtMs: number;
}

/** The id behind a reference, or the reference itself where it leads nowhere else. */
export function resolveRef(aliases: Snapshot['aliases'], ref: LanguageRef): LanguageRef {
  const seen = new Set<LanguageRef>();
  let current = ref;
  while (Object.hasOwn(aliases, current) && !seen.has(current)) {
    seen.add(current);
    current = aliases[current] ?? current;
  }
  return current;
}

/** The snapshot after a language was created or changed: put in its place, or at the end. */
export function withLanguage(snapshot: Snapshot, language: ProfileLanguage): Snapshot {
  const isThere = snapshot.languages.some(({ id }) => id === language.id);
  const languages = isThere
    ? snapshot.languages.map((each) => (each.id === language.id ? language : each))
    : [...snapshot.languages, language];
  return { ...snapshot, languages };
}

/** The snapshot after a language was removed. */
export function withoutLanguage(snapshot: Snapshot, id: string): Snapshot {
  return { ...snapshot, languages: snapshot.languages.filter((language) => language.id !== id) };
}

/** The snapshot in which the reference leads to the id. */
export function withAlias(snapshot: Snapshot, ref: LanguageRef, id: string): Snapshot {
  return ref === id ? snapshot : { ...snapshot, aliases: { ...snapshot.aliases, [ref]: id } };
}
