import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { findLanguages, type LanguageSearch, type SearchResult } from '../languages/search';
import { loadRest, prepareSearch } from './language-search';

/** What was found for a query. */
export interface FoundLanguages {
  /** The same list for as long as the query is the same and nothing more was loaded. */
  readonly results: readonly SearchResult[];
  /** True where the query means still more. */
  readonly hasMore: boolean;
  /** False while something is loaded that may have what is looked for. */
  readonly isComplete: boolean;
  /** True after something could not be loaded; the next letter tries again. */
  readonly hasFailed: boolean;
}

/** Searches for languages, `limit` at most: among thousands that few look for only where no other is meant. */
export function useFoundLanguages(
  query: string,
  browserTags: readonly string[],
  limit: number,
): FoundLanguages {
  const core = useMemo(() => prepareSearch(browserTags), []);
  const [rest, setRest] = useState<LanguageSearch | null>(null);
  const loading = useRef<Promise<LanguageSearch> | null>(null);
  const [hasFailed, setFailed] = useState(false);
  // One more than is shown tells whether there is more.
  const known = useMemo(() => core.exactly(query, limit + 1), [query]);
  const needsRest = rest === null && known.length === 0 && query.trim() !== '';
  const found = useMemo(
    () => (known.length > 0 ? known : findLanguages(rest ? [core, rest] : [core], query, limit + 1)),
    [known, rest],
  );
  const results = useMemo(() => found.slice(0, limit), [found]);
  useEffect(() => {
    if (!needsRest) return;
    loading.current ??= loadRest(browserTags);
    loading.current.then(
      (loaded) => {
        setRest(loaded);
        setFailed(false);
      },
      () => {
        loading.current = null;
        setFailed(true);
      },
    );
  }, [needsRest, query]);
  return {
    results,
    hasMore: found.length > limit,
    isComplete: !needsRest,
    hasFailed: hasFailed && needsRest,
  };
}
