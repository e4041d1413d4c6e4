import { languageNames } from '../languages/names';
import { createLanguageSearch, type LanguageSearch } from '../languages/search';
import { languageTable } from '../languages/table';
import { uiLocale } from '../ui/words';

/** The table's own names do: they are English. */
const NO_OTHER_NAMES = { uiName: () => null };

/** The search over the table, in the language of the pages, with the person's browser languages before others. */
export function prepareSearch(browserTags: readonly string[]): LanguageSearch {
  const locale = uiLocale();
  const names = locale.startsWith('en') ? NO_OTHER_NAMES : languageNames(locale);
  return createLanguageSearch(languageTable, names, browserTags);
}

/** The search over all other languages, which no browser can name. */
export async function loadRest(browserTags: readonly string[]): Promise<LanguageSearch> {
  const { restTable } = await import('../languages/rest-table');
  return createLanguageSearch(restTable, NO_OTHER_NAMES, browserTags);
}
