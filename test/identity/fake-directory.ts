import { findCloud } from '../../src/identity/clouds';
import type { Configuration } from '../../src/identity/configuration';
import type { WebAuth } from '../../src/identity/identity';
import type { StoredTokens, TokenStore } from '../../src/identity/tokens';

export const TENANT = '11111111-aaaa-4aaa-8aaa-111111111111';
export const OTHER_TENANT = '22222222-aaaa-4aaa-8aaa-222222222222';
export const CLIENT = '33333333-bbbb-4bbb-8bbb-333333333333';
export const REDIRECT = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';

/** Every secret that the fake hands out begins with this, so that a test can look for it anywhere. */
export const SECRET = 'SECRET-';

export interface Person {
  readonly oid: string;
  readonly name: string;
  readonly username: string;
  readonly hint: string;
}

export const ada: Person = {
  oid: 'aaaaaaaa-0000-4000-8000-000000000001',
  name: 'Ada Adams',
  username: 'ada@contoso.com',
  hint: 'hint-of-ada',
};
export const bo: Person = {
  oid: 'aaaaaaaa-0000-4000-8000-000000000002',
  name: 'Bo Berg',
  username: 'bo@contoso.com',
  hint: 'hint-of-bo',
};

export const aConfiguration: Configuration = { cloud: 'global', tenant: TENANT, clientId: CLIENT };

type Values = Record<string, unknown>;

interface Exchange {
  readonly url: URL;
  readonly request: RequestInit;
  readonly form: URLSearchParams;
}

interface Code {
  readonly person: Person;
  readonly challenge: string;
  readonly nonce: string;
  readonly redirectUri: string;
}

/**
 * A directory with Entra's paths and manners, and the browser's window to it. Knows sessions, single-use codes, PKCE and
 * refresh tokens; a test bends single answers by the `alter…` members.
 */
export function fakeDirectory(configuration: Configuration = aConfiguration) {
  const origin = findCloud(configuration.cloud)?.loginOrigin ?? '';
  const codes = new Map<string, Code>();
  const refreshTokens = new Map<string, Person>();
  let count = 0;
  const secret = (kind: string) => `${SECRET}${kind}-${(count += 1)}`;

  const fake = {
    tenantId: TENANT,
    /** Who is signed in with the directory in this browser; null for nobody. */
    session: ada as Person | null,
    isOffline: false,
    windows: 0,
    launched: [] as URL[],
    exchanges: [] as Exchange[],
    alterCallback: (callback: URL): string => callback.href,
    alterClaims: (claims: Values): Values => claims,
    alterAnswer: (answer: Values): Values => answer,
    /** Answers instead of the directory, as a proxy would. */
    intercept: (() => null) as (url: URL) => Response | null | Promise<Response | null>,
  };

  const webAuth: WebAuth = {
    redirectUri: REDIRECT,
    launch: async (address, { interactive }) => {
      const url = new URL(address);
      fake.launched.push(url);
      if (interactive) fake.windows += 1;
      await Promise.resolve();
      const { person, error } = admit(url, interactive);
      const callback = new URL(url.searchParams.get('redirect_uri') ?? '');
      const answer = person ? { code: issueCode(url, person) } : { error };
      callback.hash = new URLSearchParams({
        ...answer,
        state: url.searchParams.get('state') ?? '',
      }).toString();
      return fake.alterCallback(callback);
    },
  };

  const fetch: typeof globalThis.fetch = async (input, request = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const form = new URLSearchParams(request.body instanceof URLSearchParams ? request.body : '');
    fake.exchanges.push({ url, request, form });
    await Promise.resolve();
    if (fake.isOffline) throw new TypeError('Failed to fetch');
    const other = await fake.intercept(url);
    if (other) return other;
    if (url.pathname.endsWith('/v2.0/.well-known/openid-configuration')) {
      return json(200, { issuer: `${origin}/${fake.tenantId}/v2.0` });
    }
    return url.pathname === `/${fake.tenantId}/oauth2/v2.0/token` ? answerToken(form) : json(404, {});
  };

  function admit(url: URL, interactive: boolean): { person?: Person; error: string } {
    const hint = url.searchParams.get('login_hint');
    if (url.searchParams.get('prompt') === 'none') {
      const isIn = fake.session !== null && (hint === fake.session.hint || hint === fake.session.username);
      return isIn && fake.session ? { person: fake.session, error: '' } : { error: 'login_required' };
    }
    return interactive ? { person: fake.session ?? ada, error: '' } : { error: 'interaction_required' };
  }

  function issueCode(url: URL, person: Person): string {
    const code = secret('code');
    codes.set(code, {
      person,
      challenge: url.searchParams.get('code_challenge') ?? '',
      nonce: url.searchParams.get('nonce') ?? '',
      redirectUri: url.searchParams.get('redirect_uri') ?? '',
    });
    return code;
  }

  async function answerToken(form: URLSearchParams): Promise<Response> {
    if (form.get('grant_type') === 'refresh_token') {
      const person = refreshTokens.get(form.get('refresh_token') ?? '');
      return person
        ? grant(person, {})
        : refusal('invalid_grant', 'AADSTS700084: The refresh token was issued');
    }
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = await s256(form.get('code_verifier') ?? '');
    const isGood = code?.challenge === challenge && code.redirectUri === form.get('redirect_uri');
    return code && isGood
      ? grant(code.person, { nonce: code.nonce })
      : refusal('invalid_grant', 'AADSTS501481');
  }

  function grant(person: Person, own: Values): Response {
    const nowS = Math.floor(Date.now() / 1000);
    const claims = fake.alterClaims({
      iss: `${origin}/${fake.tenantId}/v2.0`,
      aud: configuration.clientId,
      sub: `sub-${person.oid}`,
      tid: fake.tenantId,
      oid: person.oid,
      name: person.name,
      preferred_username: person.username,
      login_hint: person.hint,
      iat: nowS,
      nbf: nowS,
      exp: nowS + 3600,
      ...own,
    });
    const refreshToken = secret('refresh');
    refreshTokens.set(refreshToken, person);
    const answer = fake.alterAnswer({
      token_type: 'Bearer',
      access_token: secret('access'),
      expires_in: 3600,
      id_token: anIdToken(claims),
      refresh_token: refreshToken,
    });
    return json(200, answer);
  }

  return Object.assign(fake, {
    fetch,
    webAuth,
    tokenRequests: () => fake.exchanges.filter(({ url }) => url.pathname.endsWith('/oauth2/v2.0/token')),
    revokeRefreshTokens: () => {
      refreshTokens.clear();
    },
  });
}

/** A token endpoint's refusal, as Entra writes it. */
export function refusal(error: string, description: string, status = 400): Response {
  return json(status, { error, error_description: `${description} Trace ID: 1`, error_codes: [1] });
}

export function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

export function html(status: number): Response {
  return new Response('<h1>Bad gateway</h1>', { status, headers: { 'content-type': 'text/html' } });
}

/** An id_token whose signature is a fake: the library does not look at it for a token of the token endpoint. */
export function anIdToken(claims: Values, header: Values = {}): string {
  const parts = [{ alg: 'RS256', typ: 'JWT', ...header }, claims].map((part) => JSON.stringify(part));
  return [...parts, `${SECRET}signature`].map((part) => Buffer.from(part).toString('base64url')).join('.');
}

/** Keeps tokens as `storage.session` does: as a copy, over the end of a worker. */
export function memoryTokens(): TokenStore & { held: StoredTokens | null; writes: number } {
  const store = {
    held: null as StoredTokens | null,
    writes: 0,
    read: () => Promise.resolve(structuredClone(store.held)),
    write: (tokens: StoredTokens) => {
      store.held = structuredClone(tokens);
      store.writes += 1;
      return Promise.resolve();
    },
    clear: () => {
      store.held = null;
      return Promise.resolve();
    },
  };
  return store;
}

async function s256(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return Buffer.from(hash).toString('base64url');
}
