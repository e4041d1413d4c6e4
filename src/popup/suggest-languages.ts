import type { LanguageFields } from '../languages/language';
import { languageNames } from '../languages/names';
import { canonicalTag } from '../languages/tags';
import { uiLocale } from '../ui/words';

/** A language to suggest. */
export interface Suggestion {
  /** As the browser has it, in its usual spelling: with the region that the person chose there. */
  readonly tag: string;
  /** The language of that tag. */
  readonly language: string;
  /** The name that goes onto the profile. */
  readonly englishName: string;
  /** The name in the language of the page. */
  readonly shownName: string;
}

const MOST = 3;

/**
 * The browser's languages whose language the profile does not have in any variety, at most three, without those that
 * the person does not want to be suggested. One that the browser
 * cannot name in English is left out: the search finds it.
 */
export function suggestLanguages(
  present: readonly Pick<LanguageFields, 'tag'>[],
  browserTags: readonly string[],
  isPutAside: (language: string) => boolean,
): Suggestion[] {
  const english = languageNames('en');
  const names = languageNames(uiLocale());
  const taken = new Set(present.map(({ tag }) => languageOf(tag ?? '')));
  const suggestions: Suggestion[] = [];
  for (const tag of browserTags.map(tagOf)) {
    const language = languageOf(tag);
    const englishName = english.uiName(language);
    if (taken.has(language) || englishName === null || isPutAside(language)) continue;
    taken.add(language);
    suggestions.push({ tag, language, englishName, shownName: names.uiName(language) ?? englishName });
  }
  return suggestions.slice(0, MOST);
}

/** The tag that is meant; Norwegian without a form counts as Bokmål, as browsers mean it. */
function tagOf(tag: string): string {
  return canonicalTag(tag)?.replace(/^no(?=-|$)/, 'nb') ?? '';
}

function languageOf(tag: string): string {
  return tagOf(tag).split('-', 1)[0] ?? '';
}
