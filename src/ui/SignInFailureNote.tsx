import type { SignInStatus } from '../storage/catalogue';
import type { StorageRecord } from '../storage/stored';
import { CopyButton } from './CopyButton';
import styles from './SignInFailureNote.module.css';
import { adminMessage, needsSettings, signInDetails, signInFailureWord } from './sign-in-failure';
import { word } from './words';

export interface SignInFailureNoteProps {
  readonly signIn: SignInStatus;
  /** All that storage holds: who has to approve is asked by what is configured. */
  readonly record: StorageRecord;
  /** Null in the settings themselves, which have more details to copy, too. */
  readonly onOpenSettings: (() => void) | null;
}

/** Why the last sign-in did not work, and what can be done about it beside signing in; nothing where it did. */
export function SignInFailureNote({ signIn, record, onOpenSettings }: SignInFailureNoteProps) {
  if (signIn.status !== 'failed') return null;
  const { code, serviceCode } = signIn;
  const message = adminMessage(code, record);
  // The browser does not tell whether the window was closed over an error of Microsoft's.
  const isCancelled = code === 'cancelled';
  return (
    <div class={styles['failure']} role="alert">
      <p>{word(signInFailureWord(code))}</p>
      {isCancelled && <p>{word('failCancelledHint')}</p>}
      {serviceCode !== null && <p class={styles['code']}>{serviceCode}</p>}
      <div class={styles['ways']}>
        {needsSettings(code) && onOpenSettings !== null && (
          <button type="button" class="button" onClick={onOpenSettings}>
            {word('openSettings')}
          </button>
        )}
        {message !== null && <CopyButton label={word('copyAdminLink')} text={message} class="button" />}
        {!isCancelled && onOpenSettings !== null && (
          <CopyButton label={word('copyDetails')} text={signInDetails(signIn)} class="button quiet" />
        )}
      </div>
    </div>
  );
}
