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
