import { useRef } from 'preact/hooks';
import type { LanguageLine } from '../outbox/fold';
import { word } from '../ui/words';
import styles from './Guess.module.css';
import { ownNameByTable } from './own-names';
import { percentWords } from './percent-words';
import type { PopupState } from './popup-state';
import { putAside } from './put-aside';
import { shownName } from './shown-name';
import { useWanted } from './use-wanted';

export interface GuessProps {
  readonly line: LanguageLine;
  readonly state: PopupState;
}

/** A language that Microsoft guesses, to be confirmed or dismissed. */
export function Guess({ line, state }: GuessProps) {
  const confirm = useRef<HTMLButtonElement>(null);
  // A confirmation that is taken back makes it a guess again.
  useWanted(state.wanted, line.key, () => confirm.current?.focus());
  const name = shownName(line, ownNameByTable);
  const confidence = line.inference?.confidence ?? null;
  return (
    <div class={styles['guess']} data-line={line.key}>
      <span>
        {word('inferredSuggests', name)}
        {confidence !== null && <small>{word('inferredSure', percentWords(confidence))}</small>}
      </span>
      <button
        ref={confirm}
        type="button"
        class="button"
        aria-label={word('confirmOf', name)}
        onClick={() => {
          state.change(line, { isVerified: true }, () => {
            state.wanted.value = line.key;
          });
        }}
      >
        {word('confirm')}
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label={word('dismissOf', name)}
        onClick={() => {
          putAside(state, 'guess', line);
        }}
      >
        {word('dismiss')}
      </button>
    </div>
  );
}
