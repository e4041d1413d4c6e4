import { useState } from 'preact/hooks';
import type { CommandName, SignOut } from '../messages/contract';
import { needsSignIn } from '../outbox/attention';
import { isOpen } from '../outbox/edit';
import type { PageState } from '../storage/page-state';
import { signInFailureWord } from '../ui/sign-in-failure-word';
import { word } from '../ui/words';
import styles from './Account.module.css';
import { SignOutQuestion } from './SignOutQuestion';

export interface AccountProps {
  readonly page: Pick<PageState, 'account' | 'languages' | 'signIn'>;
  /** False while nobody has said with which registration to sign in. */
  readonly isConfigured: boolean;
  /** Asks the worker; false where it did not do it. */
  readonly onAsk: (command: CommandName, how?: SignOut) => Promise<boolean>;
}

/** Who is signed in, and the ways in and out. */
export function Account({ page: { account, languages, signIn }, isConfigured, onAsk }: AccountProps) {
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const waiting = (languages?.edits.filter(isOpen).length ?? 0) + (languages?.unreadable.length ?? 0);
  const isRunning = signIn.status === 'running';
  const mustSignIn = account === null || needsSignIn(languages?.gate ?? null);

  function ask(command: CommandName, how?: SignOut): void {
    setFailed(false);
    onAsk(command, how).then(
      (isDone) => {
        setFailed(!isDone);
      },
      () => {
        setFailed(true);
      },
    );
  }

  const signInAgain = () => {
    if (!isRunning && isConfigured) ask('session/sign-in');
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
      {signIn.status === 'failed' && (
        <div role="alert" class={styles['failure']}>
          <p>{word(signInFailureWord(signIn.code))}</p>
          {signIn.serviceCode !== null && <small>{signIn.serviceCode}</small>}
        </div>
      )}
      {hasFailed && (
        <p role="alert" class={styles['failure']}>
          {word('notDone')}
        </p>
      )}
      {isRunning && <p role="status">{word('signingIn')}</p>}
      <div class={styles['ways']}>
        {mustSignIn && (
          <button
            type="button"
            class="button primary"
            aria-disabled={isRunning || !isConfigured}
            onClick={signInAgain}
          >
            {word('signIn')}
          </button>
        )}
        {account !== null && (
          <>
            {!mustSignIn && (
              <button type="button" class="button" aria-disabled={isRunning} onClick={signInAgain}>
                {word('useAnotherAccount')}
              </button>
            )}
            <button
              type="button"
              class="button"
              onClick={() => {
                if (waiting === 0) ask('session/sign-out');
                else setAsking(true);
              }}
            >
              {word('signOut')}
            </button>
          </>
        )}
      </div>
      {isAsking && (
        <SignOutQuestion
          waiting={waiting}
          onSignOut={(how) => {
            ask('session/sign-out', how);
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </section>
  );
}
