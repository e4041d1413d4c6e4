import { useState } from 'preact/hooks';
import { pendingSignOut } from '../storage/pending-sign-out';
import { readStored } from '../storage/stored';
import { SignOutNotice as Notice } from '../ui/SignOutNotice';
import type { PopupState } from './popup-state';
import styles from './SignOutNotice.module.css';

export interface SignOutNoticeProps {
  readonly state: PopupState;
}

/** A sign-out that sends first, above the list of whom it concerns, for whoever opens the popup after it. */
export function SignOutNotice({ state }: SignOutNoticeProps) {
  const { account, languages, record } = state.page.value;
  const pending = account && readStored(record, pendingSignOut(account.key));
  const [askedBefore] = useState(pending?.askedAtMs);
  if (!account || !languages) return null;
  return (
    <div class={styles['place']}>
      <Notice
        {...{ pending, languages }}
        isToldElsewhere={pending?.askedAtMs !== askedBefore}
        onStay={() => {
          state.stay(account.key);
        }}
      />
    </div>
  );
}
