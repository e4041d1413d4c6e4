import { useRef, useState } from 'preact/hooks';
import type { SignOut } from '../messages/contract';
import type { PendingSignOut } from '../storage/pending-sign-out';
import { Dialog } from './Dialog';
import styles from './SignOutDialog.module.css';
import { countedWord, word } from './words';

export interface SignOutDialogProps {
  /** Of whoever is asked. */
  readonly accountKey: string;
  /** How many edits Microsoft 365 does not have; none where the last was sent while the person thought about it. */
  readonly unsentCount: number;
  /** Where these stand, in words. */
  readonly standing: string;
  /** Whether the browser's session with Microsoft shall end, too. */
  readonly ofMicrosoft: boolean;
  /** What became of "Send now"; null while nobody has chosen it, here or in another page. */
  readonly pending: PendingSignOut | null;
  /** Asks for a sign-out once everything is sent. Rejects where that could not be stored. */
  readonly onSend: () => Promise<void>;
  readonly onSignOut: (how: SignOut) => void;
  /** Called where they would rather stay, before `onClose`: it may still be sending. */
  readonly onStay: () => void;
  /** However it was answered. */
  readonly onClose: () => void;
}

/** Asks before a sign-out what becomes of edits that Microsoft 365 does not have yet; the worker does what is chosen. */
export function SignOutDialog(props: SignOutDialogProps) {
  const { accountKey, unsentCount, standing, ofMicrosoft, pending, onSend, onSignOut, onStay, onClose } =
    props;
  const [hasFailed, setFailed] = useState(false);
  const isAnswered = useRef(false);
  const isLoss = unsentCount > 0;
  const isSending = pending?.status === 'sending';

  const signOut = (unsent: SignOut['unsent']) => () => {
    isAnswered.current = true;
    onSignOut({ accountKey, unsent, ofMicrosoft });
  };
  const send = () => {
    if (isSending) return;
    setFailed(false);
    onSend().catch(() => {
      setFailed(true);
    });
  };
  const close = () => {
    if (!isAnswered.current) onStay();
    onClose();
  };

  return (
    <Dialog title={titleOf(isLoss, ofMicrosoft)} onClose={close}>
      {ofMicrosoft && <p>{word('signOutOfMicrosoftText')}</p>}
      {isLoss && (
        <p>
          {countedWord('signOutText', unsentCount)} {word('signOutKeepText')}
        </p>
      )}
      {isSending && <p role="status">{standing}</p>}
      {(hasFailed || (pending?.status === 'not-all-sent' && isLoss)) && (
        <p role="alert" class={styles['failure']}>
          {word(hasFailed ? 'notStored' : 'signOutNotSent')} {isLoss && standing}
        </p>
      )}
      <div class={styles['choices']}>
        {isLoss && (
          <>
            <button type="button" class="button primary" aria-disabled={isSending} onClick={send}>
              {word('signOutSend')}
            </button>
            <button type="submit" class="button" onClick={signOut('keep')}>
              {word('signOutKeep')}
            </button>
          </>
        )}
        <button
          type="submit"
          class={isLoss ? 'button danger' : 'button'}
          // What is said meanwhile in another window is lost with nobody's leave.
          onClick={signOut(isLoss ? 'discard' : 'keep')}
        >
          {word(isLoss ? 'signOutDiscard' : 'signOut')}
        </button>
        <button type="submit" class="button quiet">
          {word('signOutStay')}
        </button>
      </div>
    </Dialog>
  );
}

function titleOf(isLoss: boolean, ofMicrosoft: boolean): string {
  if (isLoss) return word('signOutTitle');
  return word(ofMicrosoft ? 'signOutOfMicrosoft' : 'signOut');
}
