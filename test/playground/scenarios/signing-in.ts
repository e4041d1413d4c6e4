import { SIGN_IN_FAILURE_CODES, type SignInFailureCode } from '../../../src/identity/failure';
import { signInStatus, type SignInStatus } from '../../../src/storage/catalogue';
import { toRecord } from '../../../src/storage/stored';
import { typical } from './languages';
import type { Scenario } from './scenario';
import { configured, signedIn } from './stored';

const failures = Object.fromEntries(
  SIGN_IN_FAILURE_CODES.map((code) => [`sign-in-${code}`, signingIn(failed(code))] as const),
) as Record<`sign-in-${SignInFailureCode}`, Scenario>;

/** From the first click to the first languages. */
export const signingInScenarios = {
  'not-configured': { stored: {} },
  'signed-out': { stored: configured, lively: true },
  'sign-in-runs': signingIn({ status: 'running' }),
  ...failures,
  'another-account-signs-in': { stored: signedIn({ languages: typical, signIn: { status: 'running' } }) },
  'another-account-failed': { stored: signedIn({ languages: typical, signIn: failed('blocked') }) },
} as const satisfies Record<string, Scenario>;

function signingIn(status: SignInStatus): Scenario {
  return { stored: { ...configured, ...toRecord(signInStatus, status) } };
}

function failed(code: SignInFailureCode): SignInStatus {
  const trace = {
    correlationId: 'fb3d2015-bc17-4bb9-bb85-30c5cf1aaaa7',
    traceId: '255d1aef-8c98-452f-ac51-23d051240864',
    timestamp: '2026-01-09 02:02:12Z',
  };
  // A window that was closed gave no answer.
  const said = code === 'cancelled' ? { serviceCode: null } : { serviceCode: 'AADSTS50011', trace };
  return { status: 'failed', code, ...said, atMs: Date.now() };
}
