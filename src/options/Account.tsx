import { useState } from 'preact/hooks';
import { adminConsentUrl } from '../identity/admin-consent';
import type { Configuration } from '../identity/configuration';
import type { CommandName, SignOut } from '../messages/contract';
import { needsSignIn } from '../outbox/attention';
import { isOpen } from '../outbox/edit';
import type { PageState } from '../storage/page-state';
import { CopyButton } from '../ui/CopyButton';
import {
  isSignInNews,
  mayNeedAdministrator,
  signInFailureWord,
  signInWordAfter,
} from '../ui/sign-in-failure-word';
import { word } from '../ui/words';
import styles from './Account.module.css';
import { SignOutQuestion } from './SignOutQuestion';

export interface AccountProps {
  readonly page: Pick<PageState, 'account' | 'languages' | 'signIn'>;
  /** With what to sign in; null while nobody has said it. */
  readonly configuration: Configuration | null;
  /** Epoch milliseconds. */
  readonly nowMs: number;
  /** Asks the worker; false where it did not do it. */
  readonly onAsk: (command: CommandName, how?: SignOut) => Promise<boolean>;
}

/** Who is signed in, and the ways in and out. */
export function Account({ page: { account, languages, signIn }, configuration, nowMs, onAsk }: AccountProps) {
  const isConfigured = configuration !== null;
  /** Whom the question about a sign-out is asked: the key of their account. */
  const [askedKey, setAsked] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const waiting = (languages?.edits.filter(isOpen).length ?? 0) + (languages?.unreadable.length ?? 0);
  const isRunning = signIn.status === 'running';
  const mustSignIn = account === null || needsSignIn(languages?.gate ?? null);

  const failure = signIn.status === 'failed' ? signIn.code : null;
  const link = mayNeedAdministrator(failure) ? configuration && adminConsentUrl(configuration) : null;

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
    // A second one joins the first, or begins where that was lost with its worker.
    if (isConfigured) ask('session/sign-in');
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
      {signIn.status === 'failed' && (mustSignIn || isSignInNews(signIn, nowMs)) && (
        <div role="alert" class={styles['failure']}>
          <p>{word(signInFailureWord(signIn.code))}</p>
          {signIn.code === 'cancelled' && <p>{word('failCancelledHint')}</p>}
          {signIn.serviceCode !== null && <small>{signIn.serviceCode}</small>}
          {link !== null && <CopyButton label={word('copyAdminLink')} text={link} class="button" />}
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
          <button type="button" class="button primary" aria-disabled={!isConfigured} onClick={signInAgain}>
            {word(signInWordAfter(failure))}
          </button>
        )}
        {account !== null && (
          <>
            {!mustSignIn && (
              <button type="button" class="button" onClick={signInAgain}>
                {word('useAnotherAccount')}
              </button>
            )}
            <button
              type="button"
              class="button"
              onClick={() => {
                if (waiting === 0) ask('session/sign-out', { unsent: 'keep', ofMicrosoft: false });
                else setAsked(account.key);
              }}
            >
              {word('signOut')}
            </button>
          </>
        )}
      </div>
      {account !== null && account.key === askedKey && (
        <SignOutQuestion
          waiting={waiting}
          onSignOut={(how) => {
            ask('session/sign-out', how);
          }}
          onStay={() => {
            // A sign-out that a popup has asked for may still be sending.
            ask('session/stay');
          }}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}
