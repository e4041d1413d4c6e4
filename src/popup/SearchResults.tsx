import Combobox from '@github/combobox-nav';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { LanguageFields } from '../languages/language';
import type { SearchResult } from '../languages/search';
import { type Likeness, likenessOf, resemblance } from '../languages/resemblance';
import type { LanguageLine } from '../outbox/fold';
import { word } from '../ui/words';
import { newLanguageFields } from './new-language-fields';
import { SearchOption } from './SearchOption';
import styles from './SearchResults.module.css';
import { shownName } from './shown-name';

export interface SearchResultsProps {
  readonly id: string;
  /** Where the search is typed: its arrow keys and Enter choose here. */
  readonly input: RefObject<HTMLInputElement | null>;
  /** The same list for as long as the search is the same: the choice in it stays where it is. */
  readonly results: readonly SearchResult[];
  /** The languages of the list: picking one of them leads there. */
  readonly present: readonly LanguageLine[];
  /** The languages that the person browses in: the variety of one is written as they have it there. */
  readonly browserTags: readonly string[];
  readonly onPick: (fields: LanguageFields) => void;
}

interface Known {
  readonly line: LanguageLine;
  readonly likeness: Likeness;
}

/** The languages that were found, to pick one with keys or pointer. */
export function SearchResults({ id, input, results, present, browserTags, onPick }: SearchResultsProps) {
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
  const known = useMemo(() => present.map((line) => ({ line, likeness: likenessOf(line) })), [present]);
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={word('searchResults')}
      class={styles['results']}
      onMouseDown={(event) => {
        // The focus stays in the input: it would close the list.
        event.preventDefault();
      }}
    >
      {results.map((result) => {
        const { tag, englishName } = result.entry;
        const fields = newLanguageFields(tag, englishName, browserTags);
        return (
          <SearchOption
            key={tag}
            result={result}
            tag={fields.tag ?? tag}
            remark={remarkOn(fields, result.title, known)}
            onPick={() => {
              onPick(fields);
            }}
          />
        );
      })}
    </ul>
  );
}

/** What the list has already of a language that was found under that title; null: nothing like it. */
function remarkOn(fields: LanguageFields, title: string, known: readonly Known[]): string | null {
  const found = likenessOf(fields);
  const alike = known.map(({ line, likeness }) => ({ line, how: resemblance(likeness, found) }));
  if (alike.some(({ how }) => how === 'same')) return word('alreadyAdded');
  const near = alike.find(({ how }) => how === 'near');
  if (!near) return null;
  const name = shownName(near.line);
  // Its name would say that it is like itself.
  return word('nearlyAdded', name === title ? (near.line.tag ?? name) : name);
}
