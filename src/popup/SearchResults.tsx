import Combobox from '@github/combobox-nav';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SearchResult } from '../languages/search';
import { naturalKey } from '../languages/tags';
import { word } from '../ui/words';
import { newLanguageFields } from './new-language-fields';
import { SearchOption } from './SearchOption';
import styles from './SearchResults.module.css';

export interface SearchResultsProps {
  readonly id: string;
  /** Where the search is typed: its arrow keys and Enter choose here. */
  readonly input: RefObject<HTMLInputElement | null>;
  /** The same list for as long as the search is the same: the choice in it stays where it is. */
  readonly results: readonly SearchResult[];
  /** The keys of the languages that the profile has: picking one of them leads there. */
  readonly present: ReadonlySet<string>;
  readonly onPick: (result: SearchResult) => void;
}

/** The languages that were found, to pick one with keys or pointer. */
export function SearchResults({ id, input, results, present, onPick }: SearchResultsProps) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (!input.current || !list.current) return;
    const combobox = new Combobox(input.current, list.current, {
      firstOptionSelectionMode: 'selected',
      tabInsertsSuggestions: false,
    });
    // Starting selects the first language that was found: so does every letter that is typed.
    combobox.start();
    return () => {
      combobox.stop();
    };
  }, [results]);
  return (
    <ul ref={list} id={id} role="listbox" aria-label={word('searchResults')} class={styles['results']}>
      {results.map((result) => (
        <SearchOption
          key={result.entry.tag}
          result={result}
          isPresent={present.has(naturalKey(newLanguageFields(result.entry.tag, result.entry.englishName)))}
          onPick={onPick}
        />
      ))}
    </ul>
  );
}
