import { useState } from 'preact/hooks';
import { uiLocale } from '../ui/words';

type Loaded = Awaited<ReturnType<typeof loadSearch>>;

/** The search over all languages: null until somebody asked for it and it came. */
export interface LanguageSearchState {
  readonly loaded: Loaded | null;
  /** True after it could not be loaded; `load` tries again. */
  readonly hasFailed: boolean;
  readonly load: () => void;
}

/** Loads the table of languages and what searches in it when it is first needed: together they outweigh the popup. */
export function useLanguageSearch(browserTags: readonly string[]): LanguageSearchState {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const load = () => {
    if (loaded !== null) return;
    loadSearch(browserTags).then(
      (search) => {
        setLoaded(search);
        setFailed(false);
      },
      () => {
        setFailed(true);
      },
    );
  };
  return { loaded, hasFailed, load };
}

async function loadSearch(browserTags: readonly string[]) {
  const { prepareSearch, ...parts } = await import('./language-search');
  return { ...parts, search: prepareSearch(uiLocale(), browserTags) };
}
