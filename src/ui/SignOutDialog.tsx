import { useRef, useState } from 'preact/hooks';
import type { SignOut } from '../messages/contract';
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
  /** Resolves with the sign-out, or where not everything could be sent; rejects where the worker did not do it. */
  readonly onSend: (how: SignOut) => Promise<void>;
  readonly onSignOut: (how: SignOut) => void;
  /** Called where they would rather stay, before `onClose`: also an earlier sign-out may still be sending. */
  readonly onStay: () => void;
  /** However it was answered. */
  readonly onClose: () => void;
}

/** How far "Send now" has come; where it succeeds nobody is there any more to be told. */
type Sending = 'not-asked' | 'runs' | 'not-all-sent' | 'not-done';

/** Asks before a sign-out what becomes of edits that Microsoft 365 does not have yet; the worker does what is chosen. */
export function SignOutDialog(props: SignOutDialogProps) {
  const { accountKey, unsentCount, standing, ofMicrosoft, onSend, onSignOut, onStay, onClose } = props;
  const [sending, setSending] = useState<Sending>('not-asked');
  const isAnswered = useRef(false);
  const isLoss = unsentCount > 0;

  const signOut = (unsent: SignOut['unsent']) => () => {
    isAnswered.current = true;
    onSignOut({ accountKey, unsent, ofMicrosoft });
  };
  const send = () => {
    if (sending === 'runs') return;
    setSending('runs');
    onSend({ accountKey, unsent: 'send', ofMicrosoft }).then(
      () => {
        setSending('not-all-sent');
      },
      () => {
        setSending('not-done');
      },
    );
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
      {sending === 'runs' && <p role="status">{standing}</p>}
      {(sending === 'not-done' || (sending === 'not-all-sent' && isLoss)) && (
        <p role="alert" class={styles['failure']}>
          {word(sending === 'not-done' ? 'notDone' : 'signOutNotSent')} {isLoss && standing}
        </p>
      )}
      <div class={styles['choices']}>
        {isLoss && (
          <>
            <button type="button" class="button primary" aria-disabled={sending === 'runs'} onClick={send}>
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
