import type { LanguageFields } from '../languages/language';
import type { LanguageLine } from '../outbox/fold';
import { word } from '../ui/words';
import { newLanguageFields } from './new-language-fields';
import styles from './Suggestions.module.css';
import { suggestLanguages } from './suggest-languages';

export interface SuggestionsProps {
  readonly lines: readonly LanguageLine[];
  /** The languages that the person browses in. */
  readonly browserTags: readonly string[];
  readonly onAdd: (fields: LanguageFields) => void;
}

/** The languages that the person browses in and that are not on the profile: one click adds one. */
export function Suggestions({ lines, browserTags, onAdd }: SuggestionsProps) {
  const suggestions = suggestLanguages(lines, browserTags);
  if (suggestions.length === 0) return null;
  return (
    <div role="group" aria-label={word('suggestions')} class={styles['suggestions']}>
      <span aria-hidden="true">{word('suggestionsIntro')}</span>
      {suggestions.map(({ tag, englishName, shownName }) => (
        <button
          key={tag}
          type="button"
          aria-label={word('suggestionAdd', shownName)}
          onClick={() => {
            onAdd(newLanguageFields(tag, englishName));
          }}
        >
          <span aria-hidden="true">+</span> <bdi>{shownName}</bdi>
        </button>
      ))}
    </div>
  );
}
