import { useRef, useState } from 'preact/hooks';
import type { CommandName, Input } from '../messages/contract';
import type { Send } from '../messages/send';
import { needsSignIn } from '../outbox/attention';
import type { PageState } from '../storage/page-state';
import { pendingSignOut } from '../storage/pending-sign-out';
import type { savePendingSignOut } from '../storage/save-pending-sign-out';
import { readStored } from '../storage/stored';
import { pausedLine } from '../ui/paused-line';
import { SignInFailureNote } from '../ui/SignInFailureNote';
import { SignOutNotice } from '../ui/SignOutNotice';
import { isSignInNews, signInWord } from '../ui/sign-in-failure';
import { statusLine } from '../ui/status-line';
import { word } from '../ui/words';
import styles from './Account.module.css';
import { SignOut } from './SignOut';

export interface AccountProps {
  readonly page: Pick<PageState, 'account' | 'languages' | 'record' | 'signIn'>;
  /** False while nobody has said with what to sign in. */
  readonly isConfigured: boolean;
  readonly isOnline: boolean;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  /** Asks the worker. Rejects where it did not do it. */
  readonly onAsk: Send;
  readonly savePendingSignOut: typeof savePendingSignOut;
}

/** Who is signed in, and the ways in and out. */
export function Account({ page, isConfigured, isOnline, nowMs, onAsk, savePendingSignOut }: AccountProps) {
  const { account, languages, record, signIn } = page;
  const [hasFailed, setFailed] = useState(false);
  /** The sign-out that was asked for in this page, whose question tells of it. */
  const [askedHereMs, setAskedHereMs] = useState<number | null>(null);
  const pending = account && readStored(record, pendingSignOut(account.key));
  const standing = languages
    ? statusLine(languages, pausedLine(languages, isOnline, nowMs()), false).text
    : '';
  const signOutButton = useRef<HTMLButtonElement>(null);
  const mustSignIn = account === null || needsSignIn(languages?.gate ?? null);

  function settle(deed: Promise<void>): void {
    setFailed(false);
    deed.catch(() => {
      setFailed(true);
    });
  }

  const ask = <N extends CommandName>(command: N, ...input: Input<N>) => {
    settle(onAsk(command, ...input));
  };

  const signInAgain = () => {
    // A second one joins the first.
    if (isConfigured) ask('session/sign-in');
  };
  const stay = (accountKey: string) => {
    settle(savePendingSignOut(accountKey, null));
  };
  return (
    <section class={styles['account']} aria-labelledby="account">
      <h2 id="account">{word('account')}</h2>
      {account === null ? (
        <p>{word(isConfigured ? 'nobodySignedIn' : 'failNotConfigured')}</p>
      ) : (
        <p class={styles['who']}>
          <b>
            <bdi>{account.name}</bdi>
          </b>
          <span>
            <bdi>{account.username}</bdi>
          </span>
          {account.organisation !== null && (
            <span>
              <bdi>{account.organisation}</bdi>
            </span>
          )}
        </p>
      )}
      {signIn.status === 'failed' && (mustSignIn || isSignInNews(signIn, nowMs())) && (
        <SignInFailureNote signIn={signIn} record={record} onOpenSettings={null} />
      )}
      {hasFailed && (
        <p role="alert" class={styles['failure']}>
          {word('notDone')}
        </p>
      )}
      {account !== null && languages && (
        <SignOutNotice
          {...{ pending, languages, standing }}
          isToldElsewhere={pending?.askedAtMs === askedHereMs}
          onStay={() => {
            stay(account.key);
            // The notice takes the focus along when it goes.
            signOutButton.current?.focus();
          }}
        />
      )}
      {signIn.status === 'running' && <p role="status">{word('signingIn')}</p>}
      <div class={styles['ways']}>
        {mustSignIn && (
          <button type="button" class="button primary" aria-disabled={!isConfigured} onClick={signInAgain}>
            {word(signInWord(signIn))}
          </button>
        )}
        {account !== null && (
          <>
            {!mustSignIn && (
              <button type="button" class="button" onClick={signInAgain}>
                {word('useAnotherAccount')}
              </button>
            )}
            {languages && (
              <SignOut
                key={account.key}
                {...{ account, languages, standing, nowMs }}
                buttonRef={signOutButton}
                onSignOut={(how) => {
                  ask('session/sign-out', how);
                }}
                pending={pending}
                onSend={(asked) => {
                  setAskedHereMs(asked.askedAtMs);
                  return savePendingSignOut(account.key, asked);
                }}
                onStay={() => {
                  stay(account.key);
                }}
              />
            )}
          </>
        )}
      </div>
    </section>
  );
}
