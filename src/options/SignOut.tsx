import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { Account } from '../identity/account';
import type { SignOut as SignOutChoice } from '../messages/contract';
import { unsentCount } from '../outbox/unsent-count';
import type { PendingSignOut } from '../storage/pending-sign-out';
import type { AccountState } from '../storage/account-state';
import { SignOutDialog } from '../ui/SignOutDialog';
import { word } from '../ui/words';

export interface SignOutProps {
  readonly account: Account;
  readonly languages: AccountState;
  /** Where its edits stand, in words. */
  readonly standing: string;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  readonly onSignOut: (how: SignOutChoice) => void;
  /** What became of a sign-out that sends first; null: nobody has asked for one. */
  readonly pending: PendingSignOut | null;
  /** Asks for one. Rejects where it could not be stored. */
  readonly onSend: (pending: PendingSignOut) => Promise<void>;
  /** Takes that back. */
  readonly onStay: () => void;
  readonly buttonRef: Ref<HTMLButtonElement>;
}

/** Signs out, and asks before it where edits wait. One for each account: nobody else is asked the same. */
export function SignOut({
  account,
  languages,
  standing,
  nowMs,
  pending,
  onSignOut,
  onSend,
  onStay,
  buttonRef,
}: SignOutProps) {
  const [isAsked, setAsked] = useState(false);
  const unsent = unsentCount(languages);
  return (
    <>
      <button
        ref={buttonRef}
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
          standing={standing}
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
