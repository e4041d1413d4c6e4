import type { SignInStatus } from '../storage/catalogue';
import { word } from '../ui/words';
import styles from './SignInFailureNote.module.css';
import { needsSettings, signInFailureWord } from './sign-in-failure';

export interface SignInFailureNoteProps {
  readonly signIn: SignInStatus;
  readonly onOpenSettings: () => void;
}

/** Why the last sign-in did not work, and the settings where they are the way forward; nothing where it did. */
export function SignInFailureNote({ signIn, onOpenSettings }: SignInFailureNoteProps) {
  if (signIn.status !== 'failed') return null;
  return (
    <div class={styles['failure']} role="alert">
      <p>{word(signInFailureWord(signIn.code))}</p>
      {signIn.serviceCode !== null && <p class={styles['code']}>{signIn.serviceCode}</p>}
      {needsSettings(signIn.code) && (
        <button type="button" class="button" onClick={onOpenSettings}>
          {word('openSettings')}
        </button>
      )}
    </div>
  );
}
