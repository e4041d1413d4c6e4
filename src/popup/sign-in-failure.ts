import { adminConsentUrl } from '../identity/admin-consent';
import type { SignInFailureCode } from '../identity/failure';
import type { SignInStatus } from '../storage/catalogue';
import { configurationInForce } from '../storage/configuration-in-force';
import type { StorageRecord } from '../storage/stored';
import type { Word } from '../ui/words';

/** Failures whose way forward begins in the settings. */
const IN_SETTINGS: readonly SignInFailureCode[] = [
  'not-configured',
  'wrong-configuration',
  'wrong-redirect',
  'unavailable',
];

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
