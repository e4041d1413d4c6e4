import { useState } from 'preact/hooks';
import type { Account } from '../identity/account';
import type { Send } from '../messages/send';
import { unsentCount } from '../outbox/unsent-count';
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
  readonly nowMs: number;
  /** Asks the worker, and says so where it did not do it. */
  readonly ask: (...asked: Parameters<Send>) => void;
  readonly onAsk: Send;
}

/** Signs out, and asks before it where edits wait. One for each account: nobody else is asked the same. */
export function SignOut({ account, languages, isOnline, nowMs, ask, onAsk }: SignOutProps) {
  const [isAsked, setAsked] = useState(false);
  const unsent = unsentCount(languages);
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => {
          if (unsent > 0) setAsked(true);
          else ask('session/sign-out', { accountKey: account.key, unsent: 'keep', ofMicrosoft: false });
        }}
      >
        {word('signOut')}
      </button>
      {isAsked && (
        <SignOutDialog
          accountKey={account.key}
          unsentCount={unsent}
          standing={statusLine(languages, pausedLine(languages, isOnline, nowMs), false).text}
          ofMicrosoft={false}
          onSend={(how) => onAsk('session/sign-out', how)}
          onSignOut={(how) => {
            ask('session/sign-out', how);
          }}
          onStay={() => {
            ask('session/stay');
          }}
          onClose={() => {
            setAsked(false);
          }}
        />
      )}
    </>
  );
}
