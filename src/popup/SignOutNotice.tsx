import { unsentCount } from '../outbox/unsent-count';
import { pendingSignOut } from '../storage/pending-sign-out';
import { readStored } from '../storage/stored';
import { word } from '../ui/words';
import type { PopupState } from './popup-state';
import styles from './SignOutNotice.module.css';

export interface SignOutNoticeProps {
  readonly state: PopupState;
}

/** How a sign-out goes that sends first, for whoever opens the popup meanwhile or afterwards; else nothing. */
export function SignOutNotice({ state }: SignOutNoticeProps) {
  const { account, languages, record } = state.page.value;
  const pending = account && readStored(record, pendingSignOut(account.key));
  // Whoever is being asked reads it there.
  if (state.dialog.value !== null || !pending || !languages || unsentCount(languages) === 0) return null;
  const isSending = pending.status === 'sending';
  return (
    <div class={styles['notice']} role={isSending ? 'status' : 'alert'}>
      <p>{word(isSending ? 'signOutPending' : 'signOutNotSent')}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          state.ask('session/stay');
        }}
      >
        {word('signOutStay')}
      </button>
    </div>
  );
}
