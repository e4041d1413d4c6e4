import type { Account } from './account';
import { answering, findRegistration, registrationIn, type Registration } from './authorization-server';
import type { Configuration } from './configuration';
import { isGuid } from './guid';
import { SignInFailure } from './failure';
import type { Identity, TokenOptions, WebAuth } from './identity';
import { readFailure } from './read-failure';
import { refresh, signInSilently } from './renew';
import { passThrough } from './sign-in';
import { createSingleFlight } from './single-flight';
import { isUsable, type StoredTokens, type TokenStore } from './tokens';

/** Runs the work while nobody else holds the lock of that name, in any context: `navigator.locks.request`. */
export type WithLock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export interface IdentityParts {
  readonly webAuth: WebAuth;
  readonly tokens: TokenStore;
  readonly fetch: typeof globalThis.fetch;
  readonly nowMs: () => number;
  /** The registration in use: after a restart of the browser it is all that a renewal has to go by. */
  readonly configuration: () => Promise<Configuration | null>;
  readonly withLock: WithLock;
}

/** Builds the {@link Identity}. Holds nothing that a worker may lose: only what is under way. */
export function createIdentity(parts: IdentityParts): Identity {
  const { webAuth, tokens, fetch, nowMs, configuration, withLock } = parts;
  const renewals = createSingleFlight<string>();
  /** Counts sign-ins and sign-outs: tokens that were asked for before one of them are not kept after it. */
  let turn = 0;
  /** Work that still knows the account after a sign-out must not sign it in again by the browser's session. */
  let isSignedOut = false;

  async function signIn(chosen: Configuration, onAnswer?: () => Promise<void>): Promise<Account> {
    let myTurn = turn;
    const held = await tokens.read();
    const found = await findRegistration(chosen, fetch, nowMs);
    const registration = answering(found, held?.challenge ?? null);
    const grant = await passThrough({
      registration,
      webAuth,
      nowMs,
      expected: null,
      onAnswer: async () => {
        await onAnswer?.();
        // Whoever goes on in the window after a sign-out wants to be signed in.
        myTurn = turn;
      },
    });
    if (turn !== myTurn) throw new SignInFailure('cancelled');
    turn += 1;
    isSignedOut = false;
    await tokens.write(grant.tokens);
    return grant.account;
  }

  async function accessToken(account: Account, options: TokenOptions): Promise<string> {
    const { rejectedToken, claims = null } = options;
    const stored = usableToken(await tokens.read(), account, rejectedToken);
    if (stored !== null) return stored;
    // Whoever has to satisfy other claims joins nobody who does not ask for them.
    const token = await renewals(`${account.key} ${claims ?? ''}`, () =>
      withLock(`token:${account.key}`, () => renew(account, rejectedToken, claims)),
    );
    if (token === rejectedToken) throw new SignInFailure('needs-sign-in');
    return token;
  }

  async function renew(
    account: Account,
    rejectedToken: string | undefined,
    claims: string | null,
  ): Promise<string> {
    const myTurn = turn;
    const keep = async (fresh: StoredTokens) => {
      if (turn === myTurn) await tokens.write(fresh);
    };
    const held = await tokens.read();
    const renewedMeanwhile = usableToken(held, account, rejectedToken);
    if (renewedMeanwhile !== null) return renewedMeanwhile;
    const isOthers = held !== null && held.accountKey !== account.key;
    if (isOthers || isSignedOut) throw new SignInFailure('needs-sign-in');

    let challenge = claims ?? held?.challenge ?? null;
    const registration = await registrationOf(account);
    const asking = () => answering(registration, challenge);
    /** What a renewal was refused for is what the person is asked for when they sign in. */
    const keepChallenge = async (failure: SignInFailure) => {
      challenge = failure.claims ?? challenge;
      if (held) await keep({ ...held, refreshToken: null, challenge });
    };
    let fresh: StoredTokens | null = null;
    let refused: SignInFailure | null = null;
    if (held?.refreshToken && held.clientId === registration.clientId) {
      const answer = await refresh(held.refreshToken, account, asking(), nowMs);
      if (answer instanceof SignInFailure) {
        refused = answer;
        await keepChallenge(answer);
      } else fresh = answer;
    }
    fresh ??= await signInSilently(account, asking(), webAuth, nowMs).catch(async (error: unknown) => {
      const failure = explained(readFailure(error), refused);
      if (failure.code === 'needs-sign-in') await keepChallenge(failure);
      throw failure;
    });
    await keep(fresh);
    if (turn === myTurn) return fresh.accessToken;

    const signedInMeanwhile = usableToken(await tokens.read(), account, rejectedToken);
    if (signedInMeanwhile === null) throw new SignInFailure('needs-sign-in');
    return signedInMeanwhile;
  }

  async function registrationOf(account: Account): Promise<Registration> {
    const current = await configuration();
    if (current === null) throw new SignInFailure('not-configured');
    const isOther = isGuid(current.tenant) && current.tenant.toLowerCase() !== account.tenantId;
    if (current.cloud !== account.cloud || isOther) throw new SignInFailure('needs-sign-in');
    return registrationIn({ ...current, tenant: account.tenantId }, fetch, nowMs);
  }

  function usableToken(
    held: StoredTokens | null,
    account: Account,
    rejected: string | undefined,
  ): string | null {
    if (held?.accountKey !== account.key || held.accessToken === rejected) return null;
    // Graph has refused it.
    if (held.challenge !== null) return null;
    return isUsable(held, nowMs()) ? held.accessToken : null;
  }

  return {
    signIn: (...given) => signIn(...given).catch(fail),
    accessToken: (account, options = {}) => accessToken(account, options).catch(fail),
    forget: () => {
      turn += 1;
      isSignedOut = true;
      return tokens.clear().catch(fail);
    },
  };
}

/** Where the session gives no reason of its own, the refresh token's end is one: support looks for it. */
function explained(failure: SignInFailure, refused: SignInFailure | null): SignInFailure {
  const { code, serviceCode: own, claims, retryAfterMs } = failure;
  const isBare = own === null && Object.keys(failure.trace).length === 0;
  if (refused === null || !isBare || (code !== 'needs-sign-in' && code !== 'unavailable')) return failure;
  const { serviceCode, trace } = refused;
  return new SignInFailure(code, { claims, retryAfterMs, serviceCode, trace });
}

function fail(error: unknown): never {
  throw readFailure(error);
}
