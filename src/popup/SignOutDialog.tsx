import { countedWord, word } from '../ui/words';
import { Dialog } from './Dialog';
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
  return (
    <Dialog title={word('signOutTitle')} onClose={onClose}>
      <p>{countedWord('signOutText', waiting)}</p>
      <div class={styles['choices']}>
        <button type="submit" class="button">
          {word('signOutStay')}
        </button>
        <button type="submit" class="button danger" onClick={onDiscard}>
          {word('signOutDiscard')}
        </button>
      </div>
    </Dialog>
  );
}
