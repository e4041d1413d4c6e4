import { countedWord, word } from '../ui/words';
import { Dialog } from '../ui/Dialog';
import styles from './SignOutDialog.module.css';

export interface SignOutDialogProps {
  /** How many edits would be lost; none where the last was sent while the person thought about it. */
  readonly waiting: number;
  readonly onDiscard: () => void;
  /** However it was answered. */
  readonly onClose: () => void;
}

/** Asks before edits that Microsoft 365 does not have yet are thrown away. */
export function SignOutDialog({ waiting, onDiscard, onClose }: SignOutDialogProps) {
  const isLoss = waiting > 0;
  return (
    <Dialog title={word(isLoss ? 'signOutTitle' : 'signOut')} onClose={onClose}>
      {isLoss && <p>{countedWord('signOutText', waiting)}</p>}
      <div class={styles['choices']}>
        <button type="submit" class="button">
          {word('signOutStay')}
        </button>
        <button type="submit" class={isLoss ? 'button danger' : 'button'} onClick={onDiscard}>
          {word(isLoss ? 'signOutDiscard' : 'signOut')}
        </button>
      </div>
    </Dialog>
  );
}
