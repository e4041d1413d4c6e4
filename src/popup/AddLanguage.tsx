import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SearchResult } from '../languages/search';
import { naturalKey } from '../languages/tags';
import { word } from '../ui/words';
import styles from './AddLanguage.module.css';
import { newLanguageFields } from './new-language-fields';
import type { PopupState } from './popup-state';
import { SearchOption } from './SearchOption';
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
  const list = useRef<HTMLUListElement>(null);
  const { loaded, hasFailed, load } = useLanguageSearch(browserTags);
  const [query, setQuery] = useState(state.page.value.draft.query);
  const results = loaded?.search(query, LIMIT) ?? [];
  const isOpen = results.length > 0;
  const note = searchNote({ query, found: loaded && results.length, hasFailed });
  const present = new Map(state.lines.value.map((line) => [naturalKey(line), line.key]));

  function type(text: string): void {
    setQuery(text);
    state.saveDraft({ query: text.slice(0, LONGEST_QUERY) });
  }

  /** Adds a language, or leads to the one that is there. */
  function pick({ entry }: SearchResult): void {
    const fields = newLanguageFields(entry.tag, entry.englishName);
    const key = present.get(naturalKey(fields));
    if (key === undefined) {
      state.add(fields, () => {
        type('');
      });
    } else {
      type('');
      state.wanted.value = key;
    }
  }

  useEffect(() => {
    if (query !== '') load();
  }, []);

  useLayoutEffect(() => {
    if (loaded === null || !isOpen || !input.current || !list.current) return;
    const combobox = new loaded.Combobox(input.current, list.current, {
      firstOptionSelectionMode: 'selected',
      tabInsertsSuggestions: false,
    });
    // Starting selects the first language that was found: so does every letter that is typed.
    combobox.start();
    return () => {
      combobox.stop();
    };
  }, [loaded, isOpen, query]);

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
      <ul
        ref={list}
        id={LIST}
        role="listbox"
        aria-label={word('searchResults')}
        class={styles['results']}
        hidden={!isOpen}
      >
        {results.map((result) => (
          <SearchOption
            key={result.entry.tag}
            result={result}
            isPresent={present.has(naturalKey(newLanguageFields(result.entry.tag, result.entry.englishName)))}
            onPick={pick}
          />
        ))}
      </ul>
      <p id={NOTE} class={note.isShown ? styles['note'] : 'visually-hidden'} aria-live="polite">
        {note.text}
      </p>
    </search>
  );
}
