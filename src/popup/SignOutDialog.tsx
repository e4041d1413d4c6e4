import type { RefObject } from 'preact';
import { countedWord, word } from '../ui/words';
import styles from './SignOutDialog.module.css';

export interface SignOutDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** How many edits would be lost. */
  readonly waiting: number;
  readonly onDiscard: () => void;
}

/** Asks before edits that Microsoft 365 does not have yet are thrown away. */
export function SignOutDialog({ dialog, waiting, onDiscard }: SignOutDialogProps) {
  return (
    <dialog ref={dialog} class={styles['dialog']} aria-labelledby="sign-out-title">
      <form method="dialog">
        <h2 id="sign-out-title">{word('signOutTitle')}</h2>
        <p>{countedWord('signOutText', waiting)}</p>
        <div class={styles['choices']}>
          <button type="submit" class="button">
            {word('signOutStay')}
          </button>
          <button type="submit" class="button danger" onClick={onDiscard}>
            {word('signOutDiscard')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
