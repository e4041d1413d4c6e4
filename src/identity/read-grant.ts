import * as oauth from 'oauth4webapi';
import * as v from 'valibot';
import type { Account } from './account';
import { accountKey } from './account-key';
import type { Registration } from './authorization-server';
import { isGuid } from './guid';
import { SignInFailure } from './failure';
import type { StoredTokens } from './tokens';

/** The longest that a token is believed to live; Microsoft's longest is 28 hours. */
const LIFETIME_LIMIT_S = 28 * 60 * 60;
const SHOWN_LIMIT = 256;

const guid = v.pipe(v.string(), v.check(isGuid), v.toLowerCase());
const shown = v.fallback(
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, SHOWN_LIMIT)),
  ),
  '',
);

/** @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
const accountClaims = v.object({
  tid: guid,
  oid: guid,
  name: shown,
  preferred_username: shown,
  login_hint: v.fallback(v.string(), ''),
});

/** The account in the id_token of a checked answer; null where the answer has none. */
export async function accountIn(
  answer: oauth.TokenEndpointResponse,
  registration: Registration,
): Promise<Account | null> {
  const claims = oauth.getValidatedIdTokenClaims(answer);
  if (claims === undefined) return null;
  const read = v.safeParse(accountClaims, claims);
  if (!read.success) throw new SignInFailure('not-trusted', { serviceCode: 'claims' });
  const { tid, oid, name, preferred_username: username, login_hint } = read.output;
  return {
    key: await accountKey(registration.cloud, tid, oid),
    cloud: registration.cloud,
    tenantId: tid,
    name: name || username,
    username,
    loginHint: login_hint || username,
    organisation: null,
  };
}

/** The tokens of a checked answer, as they are kept. An answer without a lifetime gives a token for one use. */
export function tokensIn(
  answer: oauth.TokenEndpointResponse,
  { clientId }: Registration,
  { key, receivedAtMs }: { readonly key: string; readonly receivedAtMs: number },
): StoredTokens {
  if (answer.token_type !== 'bearer') throw new SignInFailure('not-trusted', { serviceCode: 'token_type' });
  const lifetimeS = Math.min(answer.expires_in ?? 0, LIFETIME_LIMIT_S);
  return {
    accountKey: key,
    clientId,
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? null,
    challenge: null,
    receivedAtMs,
    expiresAtMs: receivedAtMs + lifetimeS * 1000,
  };
}
