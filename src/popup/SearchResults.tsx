import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { LanguageFields } from '../languages/language';
import type { SearchResult } from '../languages/search';
import { type Likeness, likenessOf, resemblance } from '../languages/resemblance';
import type { LanguageLine } from '../outbox/fold';
import { word } from '../ui/words';
import { newLanguageFields } from './new-language-fields';
import { ownNameByTable } from './own-names';
import { SearchOption } from './SearchOption';
import styles from './SearchResults.module.css';
import { shownName } from './shown-name';
import { useCombobox } from './use-combobox';

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
  /** Called whenever there are new results to pick from. */
  readonly onReady: (list: HTMLElement) => void;
  readonly onPick: (fields: LanguageFields) => void;
}

interface Known {
  readonly line: LanguageLine;
  readonly likeness: Likeness;
}

/** The languages that were found, to pick one with keys or pointer. */
export function SearchResults({
  id,
  input,
  results,
  present,
  browserTags,
  onReady,
  onPick,
}: SearchResultsProps) {
  const list = useRef<HTMLUListElement>(null);
  useCombobox(input, list, results, onReady);
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
        const fields = newLanguageFields(result.tag, englishName, browserTags);
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
  const name = shownName(near.line, ownNameByTable);
  // Its name would say that it is like itself.
  return word('nearlyAdded', name === title ? (near.line.tag ?? name) : name);
}
