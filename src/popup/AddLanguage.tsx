import { useEffect, useRef, useState } from 'preact/hooks';
import type { SearchResult } from '../languages/search';
import { naturalKey } from '../languages/tags';
import { word } from '../ui/words';
import styles from './AddLanguage.module.css';
import { newLanguageFields } from './new-language-fields';
import type { PopupState } from './popup-state';
import { LONGEST_QUERY, searchNote } from './search-note';
import { useLanguageSearch } from './use-language-search';

export interface AddLanguageProps {
  readonly state: PopupState;
  /** The languages that the person browses in: found before others. */
  readonly browserTags: readonly string[];
}

const LIST = 'languages-found';
const NOTE = 'search-note';
const LIMIT = 7;

/** Finds a language by any of its names or its tag and adds it: arrow keys, Enter and Escape as in every combobox. */
export function AddLanguage({ state, browserTags }: AddLanguageProps) {
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(state.draft.value.query);
  const { SearchResults, results, isComplete, hasFailed, load } = useLanguageSearch(
    query,
    browserTags,
    LIMIT,
  );
  const isOpen = results.length > 0;
  const note = searchNote({ query, found: isComplete || isOpen ? results.length : null, hasFailed });

  function type(text: string): void {
    setQuery(text);
    state.saveDraft({ query: text.slice(0, LONGEST_QUERY) });
  }

  function pick({ entry }: SearchResult): void {
    state.add(newLanguageFields(entry.tag, entry.englishName), () => {
      type('');
    });
  }

  useEffect(() => {
    if (query !== '') load();
  }, []);

  return (
    <search class={styles['add']}>
      <div class={styles['field']}>
        <span aria-hidden="true">+</span>
        <input
          ref={input}
          role="combobox"
          aria-label={word('addLanguage')}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={LIST}
          aria-describedby={NOTE}
          placeholder={word('addLanguage')}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onFocus={load}
          onInput={({ currentTarget }) => {
            type(currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || query === '') return;
            // Escape closes the search first, and the popup only the next time.
            event.preventDefault();
            type('');
          }}
        />
      </div>
      {SearchResults && isOpen && (
        <SearchResults
          id={LIST}
          input={input}
          results={results}
          present={new Set(state.lines.value.map(naturalKey))}
          onPick={pick}
        />
      )}
      <p id={NOTE} class={note.isShown ? styles['note'] : 'visually-hidden'} aria-live="polite">
        {note.text}
      </p>
    </search>
  );
}
