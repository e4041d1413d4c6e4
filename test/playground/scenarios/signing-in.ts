import { SIGN_IN_FAILURE_CODES, type SignInFailureCode } from '../../../src/identity/failure';
import { signInStatus, type SignInStatus } from '../../../src/storage/catalogue';
import { toRecord } from '../../../src/storage/stored';
import type { Scenario } from './scenario';
import { configured } from './stored';

const failures = Object.fromEntries(
  SIGN_IN_FAILURE_CODES.map((code) => [`sign-in-${code}`, signingIn(failed(code))] as const),
) as Record<`sign-in-${SignInFailureCode}`, Scenario>;

/** From the first click to the first languages. */
export const signingInScenarios = {
  'not-configured': { stored: {} },
  'signed-out': { stored: configured, lively: true },
  'sign-in-runs': signingIn({ status: 'running' }),
  ...failures,
} as const satisfies Record<string, Scenario>;

function signingIn(status: SignInStatus): Scenario {
  return { stored: { ...configured, ...toRecord(signInStatus, status) } };
}

function failed(code: SignInFailureCode): SignInStatus {
  return { status: 'failed', code, serviceCode: 'AADSTS50011', atMs: Date.now() };
}
