import { isOddTag, mendedTag } from '../languages/odd-tags';
import { likenessOf, resemblance } from '../languages/resemblance';
import type { LanguageLine } from '../outbox/fold';
import type { Preferences } from '../storage/preferences';
import { isPutAside } from './put-aside';

/** What is odd about a line and can be put right by the person. Nothing is ever changed without them. */
export type Oddity =
  | { readonly question: 'twin'; readonly isSame: boolean; readonly other: LanguageLine }
  | {
      readonly question: 'tag';
      /** What the tag probably means; null where only the name may tell. */
      readonly proposed: string | null;
    };

/** The oddities of a list, by the keys of the lines that ask about them: one question per line at a time. */
export function odditiesOf(
  lines: readonly LanguageLine[],
  preferences: Preferences,
): ReadonlyMap<string, Oddity> {
  const found = new Map<string, Oddity>();
  const ask = (line: LanguageLine, oddity: Oddity) => {
    const isOpen = line.isEditable && !isPutAside(preferences, oddity.question, line);
    if (isOpen && !found.has(line.key)) found.set(line.key, oddity);
  };
  const likenesses = lines.map((line) => ({ line, likeness: likenessOf(line) }));
  for (const [index, later] of likenesses.entries()) {
    for (const earlier of likenesses.slice(0, index)) {
      const alike = resemblance(earlier.likeness, later.likeness);
      if (alike === null) continue;
      const isEarlier = isMoreDoubtful(earlier.line, later.line);
      const [asking, other] = isEarlier ? [earlier.line, later.line] : [later.line, earlier.line];
      ask(asking, { question: 'twin', isSame: alike === 'same', other });
    }
  }
  for (const line of lines) {
    const { tag } = line;
    if (hasOddTag(line)) ask(line, { question: 'tag', proposed: tag === null ? null : mendedTag(tag) });
  }
  return found;
}

/** Of two, the one that can be changed here is asked about, then the one with an odd tag, then the later one. */
function isMoreDoubtful(earlier: LanguageLine, later: LanguageLine): boolean {
  if (earlier.isEditable !== later.isEditable) return earlier.isEditable;
  return hasOddTag(earlier) && !hasOddTag(later);
}

function hasOddTag({ tag }: LanguageLine): boolean {
  return tag === null || isOddTag(tag);
}
