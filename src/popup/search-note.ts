import { LONGEST_QUERY } from '../languages/longest-query';
import { countedWord, uiLocale, word } from '../ui/words';

/** Where a search stands. */
export interface SearchProgress {
  readonly query: string;
  /** How many languages were found; null while the search is not loaded. */
  readonly found: number | null;
  /** Whether there are more of them than can be shown. */
  readonly hasMore: boolean;
  readonly hasFailed: boolean;
}

/** What is said about a search: `isShown` also to the eye, else to screen readers only. */
export interface SearchNote {
  readonly text: string;
  readonly isShown: boolean;
}

/** The words for where a search stands; empty where there is nothing to say. */
export function searchNote({ query, found, hasMore, hasFailed }: SearchProgress): SearchNote {
  if (hasFailed) return { text: word('searchFailed'), isShown: true };
  if (query.trim() === '' || found === null) return { text: '', isShown: false };
  if (query.length > LONGEST_QUERY) return { text: word('queryTooLong'), isShown: true };
  if (found === 0) return { text: word('searchNothing', query.trim()), isShown: true };
  const text = hasMore
    ? word('searchMore', new Intl.NumberFormat(uiLocale()).format(found))
    : countedWord('searchCount', found);
  return { text, isShown: false };
}
