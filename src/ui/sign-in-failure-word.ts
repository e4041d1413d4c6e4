import type { SignInFailureCode } from '../identity/failure';
import type { Word } from './words';

/** The sentence for every way in which a sign-in can fail: a new code does not compile without one. */
const WORDS: Readonly<Record<SignInFailureCode, Word>> = {
  'not-configured': 'failNotConfigured',
  cancelled: 'failCancelled',
  declined: 'failDeclined',
  'needs-approval': 'failNeedsApproval',
  'needs-sign-in': 'failNeedsSignIn',
  'wrong-configuration': 'failWrongConfiguration',
  'wrong-redirect': 'failWrongRedirect',
  blocked: 'failBlocked',
  'wrong-account': 'failWrongAccount',
  'not-trusted': 'failNotTrusted',
  'clock-wrong': 'failClockWrong',
  unavailable: 'failUnavailable',
  offline: 'failOffline',
};

/** The sentence for a failure. */
export function signInFailureWord(code: SignInFailureCode): Word {
  return WORDS[code];
}

/** For so long it is said to whoever is signed in that nobody else could be: what they see is as good as ever. */
const NEWS_MS = 10 * 60_000;

/** Whether a failure is news to whoever is signed in. A closed window is none: they have closed it. */
export function isSignInNews(
  { code, atMs }: { readonly code: SignInFailureCode; readonly atMs: number },
  nowMs: number,
): boolean {
  return code !== 'cancelled' && Math.abs(nowMs - atMs) < NEWS_MS;
}

/** Whether an administrator may have to approve: "Back to app" on the page that says so counts as a no. */
export function mayNeedAdministrator(code: SignInFailureCode | null): boolean {
  return code === 'needs-approval' || code === 'declined';
}

/** What the button is called that signs in after that failure: with the same account, another one would be of no use. */
export function signInWordAfter(code: SignInFailureCode | null): Word {
  return code === 'blocked' ? 'useAnotherAccount' : 'signIn';
}
