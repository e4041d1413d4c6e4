import { type Word, word } from '../ui/words';
import styles from './FailureNote.module.css';
import type { PopupFailure } from './popup-state';

export interface FailureNoteProps {
  readonly failure: PopupFailure;
}

const WORDS: Readonly<Record<PopupFailure['code'], Word>> = {
  'not-stored': 'notStored',
  'not-done': 'notDone',
};

/** Says that the last click came to nothing, and what to do about it: the same again where the next one does, too. */
export function FailureNote({ failure }: FailureNoteProps) {
  return (
    <p key={failure} class={styles['failure']} role="alert">
      {word(WORDS[failure.code])}
    </p>
  );
}
