import type { LanguageLine } from '../outbox/fold';
import { uiLocale, word } from '../ui/words';
import styles from './Guess.module.css';
import type { PopupState } from './popup-state';
import { withPutAside } from './put-aside';
import { shownName } from './shown-name';

export interface GuessProps {
  readonly line: LanguageLine;
  readonly state: PopupState;
}

/** A language that Microsoft guesses, to be confirmed or dismissed. */
export function Guess({ line, state }: GuessProps) {
  const name = shownName(line);
  const confidence = line.inference?.confidence ?? null;
  return (
    <div class={styles['guess']}>
      <span>
        <bdi>{word('inferredSuggests', name)}</bdi>
        {confidence !== null && <small>{word('inferredSure', percent(confidence))}</small>}
      </span>
      <button
        type="button"
        class="button"
        aria-label={word('confirmOf', name)}
        onClick={() => {
          state.confirm(line);
        }}
      >
        {word('confirm')}
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label={word('dismissOf', name)}
        onClick={() => {
          state.prefer(withPutAside(state.page.value.preferences, 'guess', line));
        }}
      >
        {word('dismiss')}
      </button>
    </div>
  );
}

function percent(share: number): string {
  return new Intl.NumberFormat(uiLocale(), { style: 'percent' }).format(share);
}
