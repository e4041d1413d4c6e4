import { useState } from 'preact/hooks';
import type { Account } from '../identity/account';
import type { SignOut as SignOutChoice } from '../messages/contract';
import { unsentCount } from '../outbox/unsent-count';
import type { PendingSignOut } from '../storage/pending-sign-out';
import type { AccountState } from '../storage/account-state';
import { pausedLine } from '../ui/paused-line';
import { SignOutDialog } from '../ui/SignOutDialog';
import { statusLine } from '../ui/status-line';
import { word } from '../ui/words';

export interface SignOutProps {
  readonly account: Account;
  readonly languages: AccountState;
  readonly isOnline: boolean;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  readonly onSignOut: (how: SignOutChoice) => void;
  /** What became of a sign-out that sends first; null: nobody has asked for one. */
  readonly pending: PendingSignOut | null;
  /** Asks for one. Rejects where it could not be stored. */
  readonly onSend: (pending: PendingSignOut) => Promise<void>;
  /** Takes that back. */
  readonly onStay: () => void;
}

/** Signs out, and asks before it where edits wait. One for each account: nobody else is asked the same. */
export function SignOut({
  account,
  languages,
  isOnline,
  nowMs,
  pending,
  onSignOut,
  onSend,
  onStay,
}: SignOutProps) {
  const [isAsked, setAsked] = useState(false);
  const unsent = unsentCount(languages);
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          if (unsent > 0) setAsked(true);
          else onSignOut({ accountKey: account.key, unsent: 'keep', ofMicrosoft: false });
        }}
      >
        {word('signOut')}
      </button>
      {isAsked && (
        <SignOutDialog
          accountKey={account.key}
          unsentCount={unsent}
          standing={statusLine(languages, pausedLine(languages, isOnline, nowMs()), false).text}
          ofMicrosoft={false}
          pending={pending}
          onSend={() => onSend({ status: 'sending', ofMicrosoft: false, askedAtMs: nowMs() })}
          onSignOut={onSignOut}
          onStay={onStay}
          onClose={() => {
            setAsked(false);
          }}
        />
      )}
    </>
  );
}
