import { LONGEST_QUERY } from './longest-query';
import { prepareCandidates } from './candidates';
import { findFolded } from './fold';
import { match, matchTypo, readQuery, type Match, type Query } from './match';
import type { LanguageNames } from './names';
import type { TableEntry } from './table';

/** A language that was found. */
export interface SearchResult {
  readonly entry: TableEntry;
  /** The tag that is meant: the one that was typed with script or country, else the entry's. */
  readonly tag: string;
  /** Its name in the language of the pages, else in English. */
  readonly title: string;
  /**
   * The name, alias or tag that matched, and where in it: UTF-16 offsets, the end exclusive. Both are 0 where a
   * letter had to be mended, or the tag stands for an older one.
   */
  readonly matched: { readonly text: string; readonly start: number; readonly end: number };
}

/** A search in one table. Both ways give the best first, at most `limit`; none for an empty query. */
export interface LanguageSearch {
  /**
   * What the query is, or is a part of. Exact names and tags come first, then beginnings of names, the person's own
   * languages, beginnings of words, and words that contain the query.
   */
  readonly exactly: (query: string, limit: number) => SearchResult[];
  /** What the query nearly is: one letter of it is mended. */
  readonly nearly: (query: string, limit: number) => SearchResult[];
}

/** Found in most names. */
const FIRST_QUERY = 'a';

/**
 * Prepares a search by every name (in the pages' language, own, English, alias) and by tag: once per page, because
 * it takes far longer than a search. `preferredTags` are the languages that the person browses in.
 */
export function createLanguageSearch(
  entries: readonly TableEntry[],
  names: Pick<LanguageNames, 'uiName'>,
  preferredTags: readonly string[],
): LanguageSearch {
  const candidates = prepareCandidates(entries, names, preferredTags);
  const find = (matches: typeof match) => (text: string, limit: number) => {
    const query = text.length > LONGEST_QUERY ? null : readQuery(text);
    if (query === null) return [];
    return candidates
      .flatMap((candidate) => matches(candidate, query) ?? [])
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map((found, index) => toResult(found, query, index === 0));
  };
  const search = { exactly: find(match), nearly: find(matchTypo) };
  // A first search takes longer than all others, as the engine has not compiled it yet: nobody shall type that letter.
  search.exactly(FIRST_QUERY, 1);
  return search;
}

/** What the first of the searches finds that finds something; a letter is mended only where none of them does. */
export function findLanguages(
  searches: readonly LanguageSearch[],
  query: string,
  limit: number,
): SearchResult[] {
  for (const way of ['exactly', 'nearly'] as const) {
    for (const search of searches) {
      const found = search[way](query, limit);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function toResult({ candidate, text }: Match, query: Query, isFirst: boolean): SearchResult {
  const { entry, title } = candidate;
  // Whoever picks a wider one than the narrowest means that.
  const isTyped = isFirst && query.tags.includes(candidate.tag);
  return {
    entry,
    title,
    tag: (isTyped ? query.variety : null) ?? entry.tag,
    matched: { text, ...placeOf(query, text) },
  };
}

function placeOf({ folded, others, words }: Query, text: string): { start: number; end: number } {
  for (const looked of [folded, ...(others ?? []), words[0]?.trim() ?? '']) {
    const place = findFolded(text, looked);
    if (place) return place;
  }
  return { start: 0, end: 0 };
}
