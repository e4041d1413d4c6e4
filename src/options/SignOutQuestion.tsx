import { useRef } from 'preact/hooks';
import type { SignOut } from '../messages/contract';
import { Dialog } from '../ui/Dialog';
import { countedWord, word } from '../ui/words';
import styles from './SignOutQuestion.module.css';

export interface SignOutQuestionProps {
  /** How many edits would be lost; none where the last was sent while the person thought about it. */
  readonly waiting: number;
  readonly onSignOut: (how: SignOut) => void;
  /** Called where they would rather stay, before `onClose`. */
  readonly onStay: () => void;
  /** However it was answered. */
  readonly onClose: () => void;
}

/** Asks before a sign-out what becomes of edits that Microsoft 365 does not have yet; the popup can also send them. */
export function SignOutQuestion({ waiting, onSignOut, onStay, onClose }: SignOutQuestionProps) {
  const isLoss = waiting > 0;
  const isAnswered = useRef(false);
  const signOut = (unsent: SignOut['unsent']) => () => {
    isAnswered.current = true;
    onSignOut({ unsent, ofMicrosoft: false });
  };
  return (
    <Dialog
      title={word(isLoss ? 'signOutTitle' : 'signOut')}
      onClose={() => {
        if (!isAnswered.current) onStay();
        onClose();
      }}
    >
      {isLoss && (
        <p>
          {countedWord('signOutText', waiting)} {word('signOutKeepText')}
        </p>
      )}
      <div class={styles['ways']}>
        <button type="submit" class="button">
          {word('signOutStay')}
        </button>
        {isLoss && (
          <button type="submit" class="button" onClick={signOut('keep')}>
            {word('signOutKeep')}
          </button>
        )}
        <button
          type="submit"
          class={isLoss ? 'button danger' : 'button'}
          onClick={signOut(isLoss ? 'discard' : 'keep')}
        >
          {word(isLoss ? 'signOutDiscard' : 'signOut')}
        </button>
      </div>
    </Dialog>
  );
}
