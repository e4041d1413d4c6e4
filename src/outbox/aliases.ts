import type { ProfileLanguage } from '../languages/language';
import { naturalKey } from '../languages/tags';
import { type Edit, isNewRef, type LanguageRef } from './edit';

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

/**
 * The references with those of adds that two windows made at once, which mean one new language: that of the first leads
 * to it. Takes open edits, oldest first.
 */
export function joinAdds(aliases: Aliases, edits: readonly Edit[]): Aliases {
  const joined: Record<LanguageRef, LanguageRef> = { ...aliases };
  const refsByKey = new Map<string, LanguageRef>();
  for (const edit of edits) {
    const ref = resolveRef(joined, edit.language);
    const key = naturalKey(edit.kind === 'add' ? edit.fields : edit.base);
    const first = refsByKey.get(key);
    if (edit.kind === 'add') {
      if (first === undefined) refsByKey.set(key, ref);
      else if (isNewRef(ref) && ref !== first) joined[ref] = first;
    } else if (edit.kind === 'remove' && ref === first) {
      refsByKey.delete(key);
    }
  }
  return joined;
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
