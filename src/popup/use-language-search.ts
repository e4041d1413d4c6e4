import { useEffect, useMemo, useState } from 'preact/hooks';
import type { LanguageSearch, SearchResult } from '../languages/search';
import { uiLocale } from '../ui/words';
import type * as Parts from './language-search';

/** The table of languages and what searches in it: together they outweigh the popup. */
interface Loaded extends Pick<typeof Parts, 'SearchResults' | 'findLanguages' | 'loadRest'> {
  readonly core: LanguageSearch;
  /** The thousands of languages that few look for; null until a search finds nothing without them. */
  readonly rest: LanguageSearch | null;
}

/** What was found for a query. */
export interface LanguagesFound {
  /** Shows them; null until somebody asked for a search and it came. */
  readonly SearchResults: (typeof Parts)['SearchResults'] | null;
  /** The same list for as long as the query is the same and nothing more was loaded. */
  readonly results: readonly SearchResult[];
  /** False while something is loaded that may have what is looked for. */
  readonly isComplete: boolean;
  /** True after something could not be loaded; `load` and the next letter try again. */
  readonly hasFailed: boolean;
  /** To be called when somebody begins to search. */
  readonly load: () => void;
}

/** Searches in what is loaded when it is first needed, `limit` languages at most. */
export function useLanguageSearch(
  query: string,
  browserTags: readonly string[],
  limit: number,
): LanguagesFound {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const results = useMemo(() => find(loaded, query, limit), [loaded, query]);
  const isKnown = useMemo(() => loaded === null || loaded.core.exactly(query, 1).length > 0, [loaded, query]);
  const needsRest = !isKnown && query.trim() !== '' && loaded !== null && loaded.rest === null;

  function take(loading: Promise<Loaded>): void {
    loading.then(
      (all) => {
        setLoaded(all);
        setFailed(false);
      },
      () => {
        setFailed(true);
      },
    );
  }

  useEffect(() => {
    if (needsRest) take(withRest(loaded, browserTags));
  }, [needsRest, query]);

  return {
    SearchResults: loaded?.SearchResults ?? null,
    results,
    isComplete: loaded !== null && !needsRest,
    hasFailed,
    load: () => {
      if (loaded === null) take(loadCore(browserTags));
    },
  };
}

function find(loaded: Loaded | null, query: string, limit: number): SearchResult[] {
  if (loaded === null) return [];
  const { core, rest, findLanguages } = loaded;
  return findLanguages(rest ? [core, rest] : [core], query, limit);
}

async function loadCore(browserTags: readonly string[]): Promise<Loaded> {
  const { prepareSearch, ...parts } = await import('./language-search');
  return { ...parts, core: prepareSearch(uiLocale(), browserTags), rest: null };
}

async function withRest(loaded: Loaded, browserTags: readonly string[]): Promise<Loaded> {
  return { ...loaded, rest: await loaded.loadRest(browserTags) };
}
