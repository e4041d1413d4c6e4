import { word } from '../ui/words';
import { newLanguageFields } from './new-language-fields';
import type { PopupState } from './popup-state';
import styles from './Suggestions.module.css';
import { suggestLanguages } from './suggest-languages';

export interface SuggestionsProps {
  readonly state: PopupState;
  /** The languages that the person browses in. */
  readonly browserTags: readonly string[];
}

/** What Microsoft guesses, and the languages that the person browses in and has not on the profile. */
export function Suggestions({ state, browserTags }: SuggestionsProps) {
  const later = state.later.value;
  const isAside = (language: string) => later?.isBrowsedAside(state.preferences.value, language) === true;
  const suggestions = suggestLanguages(state.all.value, browserTags, isAside);
  const guesses = later?.guessesOf(state.all.value, state.preferences.value) ?? [];
  if (suggestions.length + guesses.length === 0) return null;
  return (
    <div role="group" aria-label={word('suggestions')} class={styles['suggestions']}>
      {later && guesses.map((line) => <later.Guess key={line.key} line={line} state={state} />)}
      {suggestions.length > 0 && <span aria-hidden="true">{word('suggestionsIntro')}</span>}
      {suggestions.map(({ tag, language, englishName, shownName }) => (
        <span key={tag} class={styles['suggestion']}>
          <button
            type="button"
            aria-label={word('suggestionAdd', shownName)}
            onClick={() => {
              state.add(newLanguageFields(tag, englishName, browserTags));
            }}
          >
            <span aria-hidden="true">+</span> <bdi>{shownName}</bdi>
          </button>
          <button
            type="button"
            aria-label={word('suggestionDismiss', shownName)}
            onClick={() => {
              later?.putBrowsedAside(state, { language, displayName: englishName, tag });
            }}
          >
            ×
          </button>
        </span>
      ))}
    </div>
  );
}
