import { useEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_QUERY } from '../languages/longest-query';
import { word } from '../ui/words';
import styles from './AddLanguage.module.css';
import type * as Parts from './LanguageSearch';
import type { PopupState } from './popup-state';
import { useWanted } from './use-wanted';
import { SEARCH } from './wanted';

export interface AddLanguageProps {
  readonly state: PopupState;
  /** The languages that the person browses in: found before others. */
  readonly browserTags: readonly string[];
}

const LIST = 'languages-found';
const NOTE = 'search-note';

/**
 * Finds a language by any of its names or its tag and adds it: arrow keys, Enter and Escape as in every combobox. What
 * searches is loaded when somebody begins to.
 */
export function AddLanguage({ state, browserTags }: AddLanguageProps) {
  const later = state.later.value;
  const input = useRef<HTMLInputElement>(null);
  useWanted(state.wanted, SEARCH, () => input.current?.focus());
  const [query, setQuery] = useState(state.draft.value.query);
  const [parts, setParts] = useState<typeof Parts | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [isOpen, setOpen] = useState(false);
  /** Enter was pressed before there was anything to pick. */
  const isEntered = useRef(false);

  function load(): void {
    import('./LanguageSearch').then(setParts, () => {
      setFailed(true);
    });
  }

  function type(text: string): void {
    isEntered.current = false;
    setQuery(text);
    state.saveDraft({ query: text.slice(0, LONGEST_QUERY) });
  }

  useEffect(() => {
    // Whoever opens the popup can type at once, unless they were faster; a search that was begun goes on.
    if (document.activeElement === document.body) input.current?.focus();
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
          onBlur={() => {
            isEntered.current = false;
          }}
          onInput={({ currentTarget }) => {
            type(currentTarget.value);
          }}
          onKeyDown={(event) => {
            // eslint-disable-next-line @typescript-eslint/no-deprecated -- some keys of a composition tell in no other way
            if (event.isComposing || event.keyCode === 229) {
              // What ends a composition neither wipes anything nor, by a later listener, picks anything.
              event.stopImmediatePropagation();
            } else if (event.key === 'Enter') {
              isEntered.current = !isOpen;
            } else if (event.key === 'Escape' && query !== '') {
              // Escape closes the search first, and the popup only the next time.
              event.preventDefault();
              type('');
            }
          }}
        />
      </div>
      {parts ? (
        <parts.LanguageSearch
          listId={LIST}
          noteId={NOTE}
          input={input}
          query={query}
          browserTags={browserTags}
          present={state.lines.value}
          isEntered={isEntered}
          onPick={(fields) => {
            state.add(fields, () => {
              type('');
            });
          }}
          onOpen={setOpen}
        />
      ) : (
        later && hasFailed && <later.SearchFailed />
      )}
    </search>
  );
}
