import { adminConsentUrl } from '../identity/admin-consent';
import type { SignInFailureCode } from '../identity/failure';
import type { SignInStatus } from '../storage/catalogue';
import { configurationInForce } from '../storage/configuration-in-force';
import type { StorageRecord } from '../storage/stored';
import type { Word } from '../ui/words';

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

/** Failures whose way forward begins in the settings. */
const IN_SETTINGS: readonly SignInFailureCode[] = [
  'not-configured',
  'wrong-configuration',
  'wrong-redirect',
  'unavailable',
];

/** The sentence for a failure. */
export function signInFailureWord(code: SignInFailureCode): Word {
  return WORDS[code];
}

/** What the button is called that signs in after it: with the same account, another one would be of no use. */
export function signInWord(signIn: SignInStatus): Word {
  return signIn.status === 'failed' && signIn.code === 'blocked' ? 'useAnotherAccount' : 'signIn';
}

/** Whether the way forward begins in the settings. */
export function needsSettings(code: SignInFailureCode): boolean {
  return IN_SETTINGS.includes(code);
}

/** What an administrator has to open, where they have to approve first; null for any other failure. */
export function adminLink(code: SignInFailureCode, record: StorageRecord): string | null {
  const configuration = code === 'needs-approval' ? configurationInForce(record) : null;
  return configuration && adminConsentUrl(configuration);
}

/** What support asks for: codes and times, nobody's name and no address. */
export function signInDetails({
  code,
  serviceCode,
  atMs,
}: Extract<SignInStatus, { status: 'failed' }>): string {
  const time = new Date(atMs).toISOString();
  return `sign-in: ${code}\nserviceCode: ${serviceCode ?? '-'}\ntime: ${time}`;
}
