import { needsSignIn } from '../outbox/attention';
import { isSignInNews } from '../ui/sign-in-failure';
import { word } from '../ui/words';
import type { PageTools } from './page-tools';
import type { PopupState } from './popup-state';
import { SignInFailureNote } from '../ui/SignInFailureNote';
import styles from './SignInNotice.module.css';

export interface SignInNoticeProps {
  readonly state: PopupState;
  readonly tools: Pick<PageTools, 'nowMs' | 'openSettings'>;
}

/** How a sign-in goes that was begun while somebody is signed in; nothing where that is of no interest any more. */
export function SignInNotice({ state, tools }: SignInNoticeProps) {
  const { signIn, record, languages } = state.page.value;
  if (signIn.status === 'running') {
    return (
      <p class={styles['notice']} role="status">
        {word('signingIn')}
      </p>
    );
  }
  if (signIn.status === 'idle') return null;
  if (!isSignInNews(signIn, tools.nowMs()) && !needsSignIn(languages?.gate ?? null)) return null;
  return (
    <div class={styles['notice']}>
      <SignInFailureNote signIn={signIn} record={record} onOpenSettings={tools.openSettings} />
    </div>
  );
}
