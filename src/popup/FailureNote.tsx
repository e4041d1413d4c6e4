import { type Word, word } from '../ui/words';
import styles from './FailureNote.module.css';
import type { PopupFailure } from './popup-state';

export interface FailureNoteProps {
  readonly failure: PopupFailure;
}

const WORDS: Readonly<Record<PopupFailure, Word>> = {
  'not-stored': 'notStored',
  'not-done': 'notDone',
};

/** Says that the last click came to nothing, and what to do about it. */
export function FailureNote({ failure }: FailureNoteProps) {
  return (
    <p class={styles['failure']} role="alert">
      {word(WORDS[failure])}
    </p>
  );
}
