import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { LanguageFields } from '../languages/language';
import type { LanguageLine } from '../outbox/fold';
import styles from './LanguageSearch.module.css';
import { SearchResults } from './SearchResults';
import { searchNote } from './search-note';
import { useFoundLanguages } from './use-found-languages';

export interface LanguageSearchProps {
  /** Ids by which the input knows the list and the note. */
  readonly listId: string;
  readonly noteId: string;
  /** Where the query is typed: its arrow keys and Enter choose in the list. */
  readonly input: RefObject<HTMLInputElement | null>;
  readonly query: string;
  /** The languages that the person browses in: found before others. */
  readonly browserTags: readonly string[];
  /** The languages of the list. */
  readonly present: readonly LanguageLine[];
  /** True where Enter was pressed before anything was found: it picks the first language that is. */
  readonly isEntered: RefObject<boolean>;
  readonly onPick: (fields: LanguageFields) => void;
  /** Called whenever the list of what was found comes or goes. */
  readonly onOpen: (isOpen: boolean) => void;
}

/** About seven are seen at a time. */
const LIMIT = 20;

/** What was found for a query, and words about it. With the table of languages it outweighs the popup. */
export function LanguageSearch({ listId, noteId, input, query, onOpen, ...props }: LanguageSearchProps) {
  const { results, hasMore, isComplete, hasFailed } = useFoundLanguages(query, props.browserTags, LIMIT);
  const isLeft = useIsLeft(input);
  const isOpen = results.length > 0 && !isLeft;
  useLayoutEffect(() => {
    onOpen(isOpen);
  }, [isOpen]);
  const note = searchNote({
    query,
    found: isComplete || results.length > 0 ? results.length : null,
    hasMore,
    hasFailed,
  });
  return (
    <>
      {isOpen && (
        <SearchResults
          id={listId}
          input={input}
          results={results}
          browserTags={props.browserTags}
          present={props.present}
          onReady={(list) => {
            // A better one may be on its way.
            if (isComplete && props.isEntered.current) list.querySelector('li')?.click();
          }}
          onPick={props.onPick}
        />
      )}
      <p id={noteId} class={note.isShown && !isLeft ? styles['note'] : 'visually-hidden'} aria-live="polite">
        {note.text}
      </p>
    </>
  );
}

/** True from when the focus leaves the input until it comes back: what was found would hide the list. */
function useIsLeft(input: RefObject<HTMLInputElement | null>): boolean {
  const [isLeft, setLeft] = useState(false);
  useLayoutEffect(() => {
    const { current } = input;
    const end = new AbortController();
    const { signal } = end;
    current?.addEventListener(
      'blur',
      () => {
        setLeft(true);
      },
      { signal },
    );
    current?.addEventListener(
      'focus',
      () => {
        setLeft(false);
      },
      { signal },
    );
    return () => {
      end.abort();
    };
  }, []);
  return isLeft;
}
