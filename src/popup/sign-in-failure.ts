import type { SignInFailureCode } from '../identity/failure';
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

/** Whether the way forward begins in the settings. */
export function needsSettings(code: SignInFailureCode): boolean {
  return IN_SETTINGS.includes(code);
}
