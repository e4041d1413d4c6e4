import { isOddTag, mendedTag } from '../languages/odd-tags';
import { resemblance } from '../languages/resemblance';
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
  for (const [index, later] of lines.entries()) {
    for (const earlier of lines.slice(0, index)) {
      const alike = resemblance(earlier, later);
      const [asking, other] = isMoreDoubtful(earlier, later) ? [earlier, later] : [later, earlier];
      if (
        alike === null ||
        !asking.isEditable ||
        found.has(asking.key) ||
        isPutAside(preferences, 'twin', asking)
      )
        continue;
      found.set(asking.key, { question: 'twin', isSame: alike === 'same', other });
    }
  }
  for (const line of lines) {
    if (!hasOddTag(line) || !line.isEditable || found.has(line.key) || isPutAside(preferences, 'tag', line))
      continue;
    found.set(line.key, { question: 'tag', proposed: line.tag === null ? null : mendedTag(line.tag) });
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
