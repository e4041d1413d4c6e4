import { useLayoutEffect, useRef } from 'preact/hooks';
import { countedWord, word } from '../ui/words';
import styles from './SignOutDialog.module.css';

export interface SignOutDialogProps {
  /** How many edits would be lost. */
  readonly waiting: number;
  readonly onDiscard: () => void;
  /** However it was answered. */
  readonly onClose: () => void;
}

/** Asks before edits that Microsoft 365 does not have yet are thrown away. */
export function SignOutDialog({ waiting, onDiscard, onClose }: SignOutDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} class={styles['dialog']} aria-labelledby="sign-out-title" onClose={onClose}>
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
