import type { ProfileLanguage } from '../languages/language';
import type { LanguageRef } from './edit';

/** From references that edits may still use to the id that the language has now. */
export type Aliases = Readonly<Record<LanguageRef, string>>;

/** The id behind a reference, or the reference itself where it leads nowhere else. */
export function resolveRef(
  aliases: Aliases,
  ref: LanguageRef,
  seen: ReadonlySet<LanguageRef> = new Set(),
): LanguageRef {
  const next = Object.hasOwn(aliases, ref) && !seen.has(ref) ? aliases[ref] : undefined;
  return next === undefined ? ref : resolveRef(aliases, next, new Set(seen).add(ref));
}

/** Only the references that lead to a language of the list, or that somebody still uses. */
export function aliasesInUse(
  aliases: Aliases,
  languages: readonly ProfileLanguage[],
  used: readonly LanguageRef[],
): Aliases {
  const targets = new Set([...languages.map(({ id }) => id), ...used.map((ref) => resolveRef(aliases, ref))]);
  return Object.fromEntries(Object.entries(aliases).filter(([ref]) => targets.has(resolveRef(aliases, ref))));
}
