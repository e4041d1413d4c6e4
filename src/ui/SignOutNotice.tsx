import { isOpen } from '../outbox/edit';
import type { AccountState } from '../storage/account-state';
import type { PendingSignOut } from '../storage/pending-sign-out';
import styles from './SignOutNotice.module.css';
import { word } from './words';

export interface SignOutNoticeProps {
  /** Null: nobody has asked for one. */
  readonly pending: PendingSignOut | null;
  /** True where the question of this page tells of it, or told. */
  readonly isToldElsewhere: boolean;
  readonly languages: Pick<AccountState, 'edits' | 'unreadable'>;
  /** Where the edits stand, in words, where nothing else in the page says it. */
  readonly standing?: string;
  /** Takes it back. */
  readonly onStay: () => void;
}

/** How a sign-out goes that sends first, for whoever did not ask for it in this page; else nothing. */
export function SignOutNotice(props: SignOutNoticeProps) {
  const { pending, isToldElsewhere, languages, standing = '', onStay } = props;
  if (!pending || isToldElsewhere || !isWaited(pending, languages)) return null;
  const isSending = pending.status === 'sending';
  return (
    <div class={styles['notice']} data-outcome={pending.status}>
      <div>
        <p role={isSending ? 'status' : 'alert'}>{word(isSending ? 'signOutPending' : 'signOutNotSent')}</p>
        {standing !== '' && <p>{standing}</p>}
      </div>
      <button type="button" class="button" onClick={onStay}>
        {word(isSending ? 'signOutStay' : 'close')}
      </button>
    </div>
  );
}

/** Whether something still waits that was there when it was asked for. */
function isWaited(
  { askedAtMs }: PendingSignOut,
  { edits, unreadable }: SignOutNoticeProps['languages'],
): boolean {
  return unreadable.length > 0 || edits.some((edit) => isOpen(edit) && edit.madeAtMs <= askedAtMs);
}
