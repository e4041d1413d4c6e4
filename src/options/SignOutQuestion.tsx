import { Dialog } from '../ui/Dialog';
import { countedWord, word } from '../ui/words';
import styles from './SignOutQuestion.module.css';

export interface SignOutQuestionProps {
  /** How many edits would be lost; none where the last was sent while the person thought about it. */
  readonly waiting: number;
  readonly onDiscard: () => void;
  /** However it was answered. */
  readonly onClose: () => void;
}

/** Asks before a sign-out that would discard edits which Microsoft 365 does not have yet. */
export function SignOutQuestion({ waiting, onDiscard, onClose }: SignOutQuestionProps) {
  const isLoss = waiting > 0;
  return (
    <Dialog title={word(isLoss ? 'signOutTitle' : 'signOut')} onClose={onClose}>
      {isLoss && <p>{countedWord('signOutText', waiting)}</p>}
      <div class={styles['ways']}>
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
