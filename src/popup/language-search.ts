import { languageNames } from '../languages/names';
import { createLanguageSearch, type LanguageSearch } from '../languages/search';
import { languageTable } from '../languages/table';

/** What searching needs and nothing else does: loaded when somebody begins to search. */
export { SearchResults } from './SearchResults';
export { findLanguages } from '../languages/search';

/** The search over the table, in the language of the pages, with the person's browser languages before others. */
export function prepareSearch(uiLocale: string, preferredTags: readonly string[]): LanguageSearch {
  return createLanguageSearch(languageTable, languageNames(uiLocale), preferredTags);
}

/** The search over all other languages, which no browser can name. */
export async function loadRest(preferredTags: readonly string[]): Promise<LanguageSearch> {
  const { restTable } = await import('../languages/rest-table');
  return createLanguageSearch(restTable, { uiName: () => null }, preferredTags);
}
