import { needsSignIn } from '../outbox/attention';
import { word } from '../ui/words';
import type { PageTools } from './page-tools';
import type { PopupState } from './popup-state';
import { SignInFailureNote } from './SignInFailureNote';
import styles from './SignInNotice.module.css';

export interface SignInNoticeProps {
  readonly state: PopupState;
  readonly tools: Pick<PageTools, 'nowMs' | 'openSettings'>;
}

/** For so long it is said that nobody else could be signed in: the list in sight is as good as ever. */
const NEWS_MS = 10 * 60_000;

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
  const isNews = signIn.code !== 'cancelled' && Math.abs(tools.nowMs() - signIn.atMs) < NEWS_MS;
  if (!isNews && !needsSignIn(languages?.gate ?? null)) return null;
  return (
    <div class={styles['notice']}>
      <SignInFailureNote signIn={signIn} record={record} onOpenSettings={tools.openSettings} />
    </div>
  );
}
