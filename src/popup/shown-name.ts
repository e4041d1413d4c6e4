import type { LanguageFields } from '../languages/language';
import { languageNames } from '../languages/names';
import { uiLocale } from '../ui/words';

/**
 * The name of a language on the profile: in the language of the pages where the stored one is the usual English name of
 * its tag, else as it is stored, because that is what colleagues read. Empty where nothing is stored.
 */
export function shownName({ displayName, tag }: Pick<LanguageFields, 'displayName' | 'tag'>): string {
  const stored = displayName.trim();
  if (tag === null) return stored;
  const english = languageNames('en');
  const usual = [tag, tag.split('-', 1)[0] ?? tag].find((each) => english.uiName(each) === stored);
  return usual === undefined ? stored : (languageNames(uiLocale()).uiName(usual) ?? stored);
}
