import { adminConsentUrl } from '../identity/admin-consent';
import type { SignInFailureCode } from '../identity/failure';
import type { SignInStatus } from '../storage/catalogue';
import { configurationInForce } from '../storage/configuration-in-force';
import type { StorageRecord } from '../storage/stored';
import { detailLines } from './detail-lines';
import { versions } from './versions';
import { type Word, word } from './words';

/** The sentence for every way in which a sign-in can fail: a new code does not compile without one. */
const WORDS: Readonly<Record<SignInFailureCode, Word>> = {
  'not-configured': 'failNotConfigured',
  cancelled: 'failCancelled',
  'window-open': 'failWindowOpen',
  declined: 'failDeclined',
  'needs-approval': 'failNeedsApproval',
  'needs-sign-in': 'failNeedsSignIn',
  'wrong-configuration': 'failWrongConfiguration',
  'wrong-redirect': 'failWrongRedirect',
  blocked: 'failBlocked',
  'foreign-account': 'failForeignAccount',
  'not-assigned': 'failNotAssigned',
  'wrong-account': 'failWrongAccount',
  'not-trusted': 'failNotTrusted',
  'clock-wrong': 'failClockWrong',
  unavailable: 'failUnavailable',
  offline: 'failOffline',
};

/** Failures whose way forward begins in the settings. */
const IN_SETTINGS: readonly SignInFailureCode[] = [
  'not-configured',
  'cancelled',
  'wrong-configuration',
  'wrong-redirect',
  'unavailable',
];

/** After which the same account would get no further. */
const ANOTHER_ACCOUNT: readonly SignInFailureCode[] = ['blocked', 'foreign-account', 'not-assigned'];

/** After which an administrator may have to approve: "Back to app" on the page that says so counts as a no. */
const APPROVED_BY_OTHERS: readonly SignInFailureCode[] = ['needs-approval', 'declined'];

/** For so long it is said to whoever is signed in that nobody else could be: what they see is as good as ever. */
const NEWS_MS = 10 * 60_000;

/** The sentence for a failure. */
export function signInFailureWord(code: SignInFailureCode): Word {
  return WORDS[code];
}

/** What the button is called that signs in next. */
export function signInWord(signIn: SignInStatus): Word {
  const isOver = signIn.status === 'failed' && ANOTHER_ACCOUNT.includes(signIn.code);
  return isOver ? 'useAnotherAccount' : 'signIn';
}

/** Whether a failure is news to whoever is signed in. A closed window is none: they have closed it. */
export function isSignInNews(
  { code, atMs }: { readonly code: SignInFailureCode; readonly atMs: number },
  nowMs: number,
): boolean {
  return code !== 'cancelled' && Math.abs(nowMs - atMs) < NEWS_MS;
}

/** Whether the way forward begins in the settings. */
export function needsSettings(code: SignInFailureCode): boolean {
  return IN_SETTINGS.includes(code);
}

/** What an administrator is sent, where they may have to approve first; null for any other failure. */
export function adminMessage(code: SignInFailureCode, record: StorageRecord): string | null {
  const configuration = APPROVED_BY_OTHERS.includes(code) ? configurationInForce(record) : null;
  const link = configuration && adminConsentUrl(configuration);
  return link && `${word('adminLinkText')}\n${link}`;
}

/** What support asks for: codes, ids, times and versions, nobody's name and no address. */
export function signInDetails(failure: Extract<SignInStatus, { status: 'failed' }>): string {
  const { code, serviceCode, trace, atMs } = failure;
  const time = new Date(atMs).toISOString();
  return detailLines({ 'sign-in': code, serviceCode, ...trace, time, ...versions() });
}
