import type { LanguageFields } from '../languages/language';
import { languageNames } from '../languages/names';
import { uiLocale, word } from '../ui/words';

/** The own name of a language by the table of languages; null where it has none, or is not loaded. */
export type OwnNameByTable = (language: string) => string | null;

/** Anything but blanks, and signs that only turn, join or control others. */
const SEEN = /[^\p{C}\p{Z}\p{DI}]/u;

/**
 * The name of a language on the profile: in the language of the pages where the stored one is the usual English name of
 * its tag, else as it is stored, because that is what colleagues read. Where nothing is stored that can be seen: its own
 * name, else its tag. Never empty.
 */
export function shownName(
  { displayName, tag }: Pick<LanguageFields, 'displayName' | 'tag'>,
  ownNameByTable?: OwnNameByTable,
): string {
  if (!isSeen(displayName)) return [ownName(tag, ownNameByTable), tag].find(isSeen) ?? word('unnamed');
  const stored = displayName.trim();
  if (tag === null) return stored;
  const english = languageNames('en');
  const usual = [tag, tag.split('-', 1)[0] ?? tag].find((each) => english.uiName(each) === stored);
  return usual === undefined ? stored : (languageNames(uiLocale()).uiName(usual) ?? stored);
}

/** The language's own name without its region; null where nobody knows it. */
export function ownName(tag: string | null, ownNameByTable?: OwnNameByTable): string | null {
  const language = tag?.split('-', 1)[0] ?? '';
  return languageNames(uiLocale()).ownNameByIntl(language) ?? ownNameByTable?.(language) ?? null;
}

/** Whether there is anything in a text that can be seen. */
export function isSeen(text: string | null): text is string {
  return text !== null && SEEN.test(text);
}
