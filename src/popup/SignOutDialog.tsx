import { useRef, useState } from 'preact/hooks';
import type { SignOut } from '../messages/contract';
import { isOpen } from '../outbox/edit';
import { countedWord, word } from '../ui/words';
import { Dialog } from '../ui/Dialog';
import type { PageTools } from './page-tools';
import { pausedLine } from './paused-line';
import type { PopupState } from './popup-state';
import styles from './SignOutDialog.module.css';
import { statusLine } from './status-line';

export interface SignOutDialogProps {
  readonly state: PopupState;
  readonly tools: Pick<PageTools, 'nowMs' | 'send'>;
  /** Whether the browser's session with Microsoft shall end, too. */
  readonly ofMicrosoft: boolean;
  /** However it was answered. */
  readonly onClose: () => void;
}

/** How far "Send now" has come; where it succeeds nobody is there any more to be told. */
type Sending = 'not-asked' | 'runs' | 'not-all-sent' | 'not-done';

/** Asks before a sign-out what becomes of edits that Microsoft 365 does not have yet; the worker does what is chosen. */
export function SignOutDialog({ state, tools, ofMicrosoft, onClose }: SignOutDialogProps) {
  const [sending, setSending] = useState<Sending>('not-asked');
  const isAnswered = useRef(false);
  const { languages } = state.page.value;
  // None where the last was sent while the person thought about it.
  const waiting = languages ? languages.edits.filter(isOpen).length + languages.unreadable.length : 0;
  const isLoss = waiting > 0;

  const signOut = (unsent: SignOut['unsent']) => () => {
    isAnswered.current = true;
    state.ask('session/sign-out', { unsent, ofMicrosoft });
  };
  const send = () => {
    if (sending === 'runs') return;
    setSending('runs');
    tools.send('session/sign-out', { unsent: 'send', ofMicrosoft }).then(
      () => {
        setSending('not-all-sent');
      },
      () => {
        setSending('not-done');
      },
    );
  };
  const close = () => {
    // Whoever stays takes back a sign-out that still sends, also where an earlier popup has asked for it.
    if (!isAnswered.current) state.ask('session/stay');
    onClose();
  };

  const standing = () => {
    if (languages === null || sending === 'not-asked' || (sending === 'not-all-sent' && !isLoss)) return null;
    const paused = pausedLine(languages, state.isOnline.value, tools.nowMs());
    const { text } = statusLine(languages, paused, state.isStoring.value);
    if (sending === 'runs') return <p role="status">{text}</p>;
    return (
      <p role="alert" class={styles['failure']}>
        {word(sending === 'not-done' ? 'notDone' : 'signOutNotSent')} {isLoss && text}
      </p>
    );
  };

  return (
    <Dialog title={titleOf(isLoss, ofMicrosoft)} onClose={close}>
      {ofMicrosoft && <p>{word('signOutOfMicrosoftText')}</p>}
      {isLoss && (
        <p>
          {countedWord('signOutText', waiting)} {word('signOutKeepText')}
        </p>
      )}
      {standing()}
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
