import { useState } from 'preact/hooks';
import { isOpen } from '../outbox/edit';
import { type PendingSignOut, pendingSignOut } from '../storage/pending-sign-out';
import { readStored } from '../storage/stored';
import { word } from '../ui/words';
import type { PopupState } from './popup-state';
import styles from './SignOutNotice.module.css';

export interface SignOutNoticeProps {
  readonly state: PopupState;
}

/** How a sign-out goes that sends first, for whoever opens the popup after it was asked for; else nothing. */
export function SignOutNotice({ state }: SignOutNoticeProps) {
  const { account } = state.page.value;
  const pending = pendingIn(state);
  const [askedBefore] = useState(pending?.askedAtMs);
  // Whoever asks for it here is told in the question.
  if (!account || !pending || pending.askedAtMs !== askedBefore || !isWaited(state, pending)) return null;
  const isSending = pending.status === 'sending';
  return (
    <div class={styles['notice']} role={isSending ? 'status' : 'alert'}>
      <p>{word(isSending ? 'signOutPending' : 'signOutNotSent')}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          state.stay(account.key);
        }}
      >
        {word('signOutStay')}
      </button>
    </div>
  );
}

function pendingIn({ page }: PopupState): PendingSignOut | null {
  const { account, record } = page.value;
  return account && readStored(record, pendingSignOut(account.key));
}

/** Whether something still waits that was there when it was asked for. */
function isWaited({ page }: PopupState, { askedAtMs }: PendingSignOut): boolean {
  const { edits = [], unreadable = [] } = page.value.languages ?? {};
  return unreadable.length > 0 || edits.some((edit) => isOpen(edit) && edit.madeAtMs <= askedAtMs);
}
