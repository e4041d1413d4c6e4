import type { SignInStatus } from '../storage/catalogue';
import { word } from '../ui/words';
import type { StorageRecord } from '../storage/stored';
import { FailureNote } from './FailureNote';
import { Hero } from './Hero';
import type { PopupFailure } from './popup-state';
import { needsSettings, signInWord } from '../ui/sign-in-failure';
import styles from './SignedOut.module.css';
import { SignInFailureNote } from '../ui/SignInFailureNote';

export interface SignedOutProps {
  readonly signIn: SignInStatus;
  readonly record: StorageRecord;
  /** Why the last click did nothing; null where it did. */
  readonly failure: PopupFailure | null;
  readonly onSignIn: () => void;
  readonly onOpenSettings: () => void;
}

/** Shown while nobody is signed in: what this is, one button, and why the last try did not work. */
export function SignedOut({ signIn, record, failure, onSignIn, onOpenSettings }: SignedOutProps) {
  const isRunning = signIn.status === 'running';
  const hasWayToSettings = signIn.status === 'failed' && needsSettings(signIn.code);
  return (
    <Hero title={word('signedOutTitle')} text={word('signedOutText')}>
      <SignInFailureNote signIn={signIn} record={record} onOpenSettings={onOpenSettings} />
      {failure !== null && <FailureNote failure={failure} />}
      {isRunning && <p role="status">{word('signingIn')}</p>}
      <button type="button" class="button primary" aria-disabled={isRunning} onClick={onSignIn}>
        {word(signInWord(signIn))}
      </button>
      {!hasWayToSettings && (
        <button type="button" class="button quiet" onClick={onOpenSettings}>
          {word('settings')}
        </button>
      )}
      <p class={styles['privacy']}>{word('signedOutPrivacy')}</p>
    </Hero>
  );
}
