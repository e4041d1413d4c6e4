import { partial, type Read, textThat } from '../shape';
import { isGuid } from './guid';

/** One code per way in which signing in or renewing can fail; each page has a sentence for every one of them. */
export const SIGN_IN_FAILURE_CODES = [
  /** Neither a client id nor a tenant to sign in with. */
  'not-configured',
  /** The person closed the window. */
  'cancelled',
  /** A window of an earlier sign-in is still there, and of no use any more. */
  'window-open',
  /** The person said no to the permissions. */
  'declined',
  /** An administrator must approve first. */
  'needs-approval',
  /** Only a visible sign-in can go on: no session, a second factor, an expired session. */
  'needs-sign-in',
  /** The directory does not know the client id or the tenant. */
  'wrong-configuration',
  /** The redirect address is not registered, or under another platform than single-page application. */
  'wrong-redirect',
  /** Conditional Access, or another rule of the organisation. */
  'blocked',
  /** The account is of another directory. */
  'foreign-account',
  /** The organisation has not assigned the application to the person. */
  'not-assigned',
  /** The answer is for another account than the one that was to be renewed. */
  'wrong-account',
  /** The answer does not belong to the question (state, nonce, issuer, audience, tenant). */
  'not-trusted',
  /** The times in the answer and this device's clock are too far apart. */
  'clock-wrong',
  /** The sign-in page could not be loaded, or the directory cannot answer now. */
  'unavailable',
  'offline',
] as const;

export type SignInFailureCode = (typeof SIGN_IN_FAILURE_CODES)[number];

/**
 * What the directory calls one of its answers: support finds it in the directory's logs by that. It names nobody. What
 * an answer did not say is left out.
 */
export interface Trace {
  readonly correlationId?: string;
  readonly traceId?: string;
  /** When, by the directory's clock: `2026-01-09 02:02:12Z`. */
  readonly timestamp?: string;
}

/** Reads a stored {@link Trace}. */
export const readTrace: Read<Trace> = partial({
  correlationId: textThat(isGuid),
  traceId: textThat(isGuid),
  timestamp: textThat((text) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/.test(text)),
});

/** What is known of a failure beside its code. */
interface SignInFailureFacts {
  readonly serviceCode?: string | null;
  readonly claims?: string | null;
  readonly trace?: Trace;
  readonly retryAfterMs?: number | null;
}

/**
 * A sign-in or renewal that did not give a token. Carries no token and no callback address, also not as its cause; of
 * the directory's text only the claims, which go back to it and nowhere else, and its ids.
 */
export class SignInFailure extends Error {
  override readonly name = 'SignInFailure';
  readonly code: SignInFailureCode;
  /** The directory's `error` or AADSTS number, or the name of the check that failed: for support, never a message. */
  readonly serviceCode: string | null;
  /** What the directory wants the next sign-in to satisfy: JSON text of claims; null where it named nothing. */
  readonly claims: string | null;
  /** Empty where it was not the directory that failed. */
  readonly trace: Trace;
  /** How long the service asks to be left alone; null where it asks for nothing, or the browser hides that it does. */
  readonly retryAfterMs: number | null;

  constructor(code: SignInFailureCode, facts: SignInFailureFacts = {}) {
    super(`Sign-in: ${code}`);
    this.code = code;
    this.serviceCode = facts.serviceCode ?? null;
    this.claims = facts.claims ?? null;
    this.trace = facts.trace ?? {};
    this.retryAfterMs = facts.retryAfterMs ?? null;
  }
}
