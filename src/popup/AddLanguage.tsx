import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LanguageSearch, SearchResult } from '../languages/search';
import { naturalKey } from '../languages/tags';
import { uiLocale, word } from '../ui/words';
import styles from './AddLanguage.module.css';
import { newLanguageFields } from './new-language-fields';
import type { PopupState } from './popup-state';
import { SearchOption } from './SearchOption';
import { LONGEST_QUERY, searchNote } from './search-note';

export interface AddLanguageProps {
  readonly state: PopupState;
  /** The languages that the person browses in: found before others. */
  readonly browserTags: readonly string[];
}

type SearchTools = typeof import('./language-search');

const LIMIT = 7;

/** Finds a language by any of its names or its tag and adds it; arrow keys, Enter and Escape work as in every combobox. */
export function AddLanguage({ state, browserTags }: AddLanguageProps) {
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [tools, setTools] = useState<SearchTools | null>(null);
  const [search, setSearch] = useState<LanguageSearch | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [query, setQuery] = useState(state.page.value.draft.query);
  const results = search === null ? [] : search(query, LIMIT);
  const present = new Map(state.lines.value.map((line) => [naturalKey(line), line.key]));
  const isOpen = results.length > 0;
  const note = searchNote({ query, found: search && results.length, hasFailed });

  function load(): void {
    if (tools !== null) return;
    import('./language-search').then(
      (loaded) => {
        setTools(loaded);
        setSearch(() => loaded.prepareSearch(uiLocale(), browserTags));
        setFailed(false);
      },
      () => {
        setFailed(true);
      },
    );
  }

  function type(text: string): void {
    setQuery(text);
    state.saveDraft({ query: text.slice(0, LONGEST_QUERY) });
  }

  /** Adds a language, or leads to the one that is there. */
  function pick({ entry }: SearchResult): void {
    const fields = newLanguageFields(entry.tag, entry.englishName);
    const key = present.get(naturalKey(fields));
    type('');
    if (key === undefined) state.add(fields);
    else state.wanted.value = key;
  }

  useEffect(() => {
    if (query !== '') load();
  }, []);

  useLayoutEffect(() => {
    if (tools === null || !isOpen || !input.current || !list.current) return;
    const combobox = new tools.Combobox(input.current, list.current, {
      firstOptionSelectionMode: 'selected',
      tabInsertsSuggestions: false,
    });
    // Starting selects the first language that was found: so does every letter that is typed.
    combobox.start();
    return () => {
      combobox.stop();
    };
  }, [tools, isOpen, query]);

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
          aria-controls="languages-found"
          aria-describedby="search-note"
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
        id="languages-found"
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
      <p id="search-note" class={note.isShown ? styles['note'] : 'visually-hidden'} aria-live="polite">
        {note.text}
      </p>
    </search>
  );
}
