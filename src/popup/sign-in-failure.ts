import { adminConsentUrl } from '../identity/admin-consent';
import type { SignInFailureCode } from '../identity/failure';
import type { SignInStatus } from '../storage/catalogue';
import { configurationInForce } from '../storage/configuration-in-force';
import type { StorageRecord } from '../storage/stored';
import { mayNeedAdministrator, signInWordAfter } from '../ui/sign-in-failure-word';
import { versions } from '../ui/versions';
import type { Word } from '../ui/words';

/** Failures whose way forward begins in the settings. */
const IN_SETTINGS: readonly SignInFailureCode[] = [
  'not-configured',
  'cancelled',
  'wrong-configuration',
  'wrong-redirect',
  'unavailable',
];

/** What the button is called that signs in next. */
export function signInWord(signIn: SignInStatus): Word {
  return signInWordAfter(signIn.status === 'failed' ? signIn.code : null);
}

/** Whether the way forward begins in the settings. */
export function needsSettings(code: SignInFailureCode): boolean {
  return IN_SETTINGS.includes(code);
}

/** What an administrator has to open, where they may have to approve first; null for any other failure. */
export function adminLink(code: SignInFailureCode, record: StorageRecord): string | null {
  const configuration = mayNeedAdministrator(code) ? configurationInForce(record) : null;
  return configuration && adminConsentUrl(configuration);
}

/** What support asks for: codes, ids, times and versions, nobody's name and no address. */
export function signInDetails(failure: Extract<SignInStatus, { status: 'failed' }>): string {
  const { code, serviceCode, trace, atMs } = failure;
  const facts = {
    'sign-in': code,
    serviceCode,
    ...trace,
    time: new Date(atMs).toISOString(),
    ...versions(),
  };
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value ?? '-'}`)
    .join('\n');
}
