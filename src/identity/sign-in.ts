import * as oauth from 'oauth4webapi';
import type { Account } from './account';
import { assertReachable, type Registration, tokenOptions } from './authorization-server';
import { SignInFailure } from './failure';
import type { WebAuth } from './identity';
import { accountIn, tokensIn } from './read-grant';
import { readFailure } from './read-failure';
import type { StoredTokens } from './tokens';

/** Who signed in, and what for. */
export interface Grant {
  readonly account: Account;
  readonly tokens: StoredTokens;
}

/** One pass through the directory's sign-in page. */
export interface Passage {
  readonly registration: Registration;
  readonly webAuth: WebAuth;
  readonly nowMs: () => number;
  /** Null opens a window, in which the person chooses; an account is signed in again without one, or not at all. */
  readonly expected: Account | null;
  /** Called and waited for once the page has answered, before anything is made of it. */
  readonly onAnswer?: () => Promise<void>;
}

/**
 * Signs in by authorization code with PKCE. Verifier, state and nonce live in this call only: an answer that comes
 * after it, or to another call, is worth nothing.
 * Rejects with what {@link readFailure} can read.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export async function passThrough(passage: Passage): Promise<Grant> {
  const { registration, webAuth, nowMs, expected } = passage;
  const { server, client } = registration;
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  const challenge = await oauth.calculatePKCECodeChallenge(verifier);

  const callback = await launch(passage, authorizeUrl(passage, { state, nonce, code_challenge: challenge }));
  await passage.onAnswer?.();
  const parameters = oauth.validateAuthResponse(
    server,
    client,
    readCallback(callback, webAuth.redirectUri),
    state,
  );
  const response = await oauth
    .authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      webAuth.redirectUri,
      verifier,
      tokenOptions(registration),
    )
    .catch((error: unknown) => explainSilence(passage, error));
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });

  const account = await accountIn(answer, registration);
  if (account === null) throw new SignInFailure('not-trusted');
  if (expected !== null && account.key !== expected.key) throw new SignInFailure('wrong-account');
  if (account.tenantId !== registration.tenantId) {
    throw new SignInFailure('not-trusted', { serviceCode: 'tid' });
  }
  return { account, tokens: tokensIn(answer, registration, { key: account.key, receivedAtMs: nowMs() }) };
}

function authorizeUrl({ registration, webAuth, expected }: Passage, secrets: Record<string, string>): string {
  const url = new URL(registration.server.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: registration.clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: webAuth.redirectUri,
    scope: registration.scope,
    claims: registration.claims,
    code_challenge_method: 'S256',
    ...secrets,
    ...(expected === null
      ? { prompt: 'select_account' }
      : { prompt: 'none', login_hint: expected.loginHint }),
  }).toString();
  return url.href;
}

/**
 * Browsers say the same of "no session" and "no network" (Firefox), of every page that fails (Chromium), and of a window
 * that was closed on such a page: ask.
 */
async function launch({ registration, webAuth, expected }: Passage, url: string): Promise<string> {
  try {
    return await webAuth.launch(url, { interactive: expected === null });
  } catch (error) {
    await assertReachable(registration);
    throw error;
  }
}

/**
 * Entra lets a page read its answer only for a redirect address of the single-page platform: for any other the request
 * fails as if there were no network.
 */
async function explainSilence({ registration, expected }: Passage, error: unknown): Promise<never> {
  const failure = readFailure(error);
  if (failure.code !== 'offline' || expected !== null) throw failure;
  await assertReachable(registration);
  throw new SignInFailure('wrong-redirect');
}

function readCallback(callback: string, redirectUri: string): URLSearchParams {
  const [address, fragment = ''] = callback.split('#', 2);
  if (address !== redirectUri) throw new SignInFailure('not-trusted', { serviceCode: 'redirect_uri' });
  return new URLSearchParams(fragment);
}
