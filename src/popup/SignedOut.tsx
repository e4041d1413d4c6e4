import type { SignInStatus } from '../storage/catalogue';
import { word } from '../ui/words';
import { Hero } from './Hero';
import styles from './SignedOut.module.css';
import { needsSettings, signInFailureWord } from './sign-in-failure';

export interface SignedOutProps {
  readonly signIn: SignInStatus;
  readonly onSignIn: () => void;
  readonly onOpenSettings: () => void;
}

/** Shown while nobody is signed in: what this is, one button, and why the last try did not work. */
export function SignedOut({ signIn, onSignIn, onOpenSettings }: SignedOutProps) {
  const isRunning = signIn.status === 'running';
  return (
    <Hero title={word('signedOutTitle')} text={word('signedOutText')}>
      {signIn.status === 'failed' && (
        <div class={styles['failure']} role="alert">
          <p>{word(signInFailureWord(signIn.code))}</p>
          {signIn.serviceCode !== null && <p class={styles['code']}>{signIn.serviceCode}</p>}
          {needsSettings(signIn.code) && (
            <button type="button" class="button" onClick={onOpenSettings}>
              {word('openSettings')}
            </button>
          )}
        </div>
      )}
      {isRunning && <p role="status">{word('signingIn')}</p>}
      <button type="button" class="button primary" disabled={isRunning} onClick={onSignIn}>
        {word('signIn')}
      </button>
      <p class={styles['privacy']}>{word('signedOutPrivacy')}</p>
    </Hero>
  );
}
