import type { SignInStatus } from '../storage/catalogue';
import type { StorageRecord } from '../storage/stored';
import { CopyButton } from '../ui/CopyButton';
import { signInFailureWord } from '../ui/sign-in-failure-word';
import { word } from '../ui/words';
import styles from './SignInFailureNote.module.css';
import { adminLink, needsSettings, signInDetails } from './sign-in-failure';

export interface SignInFailureNoteProps {
  readonly signIn: SignInStatus;
  /** All that storage holds: who has to approve is asked by what is configured. */
  readonly record: StorageRecord;
  readonly onOpenSettings: () => void;
}

/** Why the last sign-in did not work, and what can be done about it beside signing in; nothing where it did. */
export function SignInFailureNote({ signIn, record, onOpenSettings }: SignInFailureNoteProps) {
  if (signIn.status !== 'failed') return null;
  const { code, serviceCode } = signIn;
  const link = adminLink(code, record);
  // The browser does not tell whether the window was closed over an error of Microsoft's.
  const isCancelled = code === 'cancelled';
  return (
    <div class={styles['failure']} role="alert">
      <p>{word(signInFailureWord(code))}</p>
      {isCancelled && <p>{word('failCancelledHint')}</p>}
      {serviceCode !== null && <p class={styles['code']}>{serviceCode}</p>}
      <div class={styles['ways']}>
        {needsSettings(code) && (
          <button type="button" class="button" onClick={onOpenSettings}>
            {word('openSettings')}
          </button>
        )}
        {link !== null && <CopyButton label={word('copyAdminLink')} text={link} class="button" />}
        {!isCancelled && (
          <CopyButton label={word('copyDetails')} text={signInDetails(signIn)} class="button quiet" />
        )}
      </div>
    </div>
  );
}
