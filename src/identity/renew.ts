import * as oauth from 'oauth4webapi';
import type { Account } from './account';
import { type Registration, tokenOptions } from './authorization-server';
import { SignInFailure } from './failure';
import type { WebAuth } from './identity';
import { accountIn, tokensIn } from './read-grant';
import { readFailure } from './read-failure';
import { passThrough } from './sign-in';
import type { StoredTokens } from './tokens';

/**
 * New tokens for a refresh token; a failure where the directory no longer accepts it, or wants to see the person first.
 * Rejects where it may still be good: no network, no answer, an answer that is not to be trusted.
 */
export async function refresh(
  refreshToken: string,
  account: Account,
  registration: Registration,
  nowMs: () => number,
): Promise<StoredTokens | SignInFailure> {
  const { server, client } = registration;
  const response = await oauth.refreshTokenGrantRequest(
    server,
    client,
    oauth.None(),
    refreshToken,
    tokenOptions(registration),
  );
  const answer = await oauth.processRefreshTokenResponse(server, client, response).catch((error: unknown) => {
    if (isDead(error)) return readFailure(error);
    throw error;
  });
  if (answer instanceof SignInFailure) return answer;
  const owner = await accountIn(answer, registration);
  if (owner !== null && owner.key !== account.key) throw new SignInFailure('wrong-account');
  const tokens = tokensIn(answer, registration, { key: account.key, receivedAtMs: nowMs() });
  return { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken };
}

/** A refusal that a rule of the organisation or a wrong setting explains says nothing about the refresh token. */
function isDead(error: unknown): boolean {
  const { code } = readFailure(error);
  const canAsk = code === 'needs-sign-in' || code === 'needs-approval';
  return canAsk && error instanceof oauth.ResponseBodyError;
}

/** New tokens by the browser's session with the directory, without a window. */
export async function signInSilently(
  account: Account,
  registration: Registration,
  webAuth: WebAuth,
  nowMs: () => number,
): Promise<StoredTokens> {
  if (account.loginHint === '') throw new SignInFailure('needs-sign-in');
  try {
    const { tokens } = await passThrough({ registration, webAuth, nowMs, expected: account });
    return tokens;
  } catch (error) {
    const failure = readFailure(error);
    const lacksConsent = failure.code === 'needs-approval' || failure.code === 'declined';
    // Nobody could be asked for consent here; in a visible sign-in somebody can.
    throw lacksConsent ? new SignInFailure('needs-sign-in', failure) : failure;
  }
}
