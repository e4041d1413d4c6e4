import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/identity/account';
import { SignInFailure } from '../../src/identity/failure';
import type { fakeDirectory } from './fake-directory';
import { aConfiguration, ada, bo, html, json, OTHER_TENANT, REDIRECT, refusal } from './fake-directory';
import { afterRestart, anHourLater, HOUR_MS } from './an-hour-later';
import { failureOf, setUp } from './set-up';

describe('accessToken, when the answer is for another account', () => {
  it.each([
    ['another person', { oid: bo.oid }],
    ['another directory', { tid: OTHER_TENANT }],
  ])('keeps nothing of %s by refresh token', async (_, bent) => {
    const { directory, identity, account, tokens } = await anHourLater();
    const before = tokens.held;
    directory.alterClaims = (claims) => ({ ...claims, ...bent });
    expect((await failureOf(identity.accessToken(account))).code).toBe('wrong-account');
    expect(tokens.held).toEqual(before);
  });

  it('keeps nothing of another person by the session', async () => {
    const { directory, identity, account, tokens } = await afterRestart();
    directory.alterClaims = (claims) => ({ ...claims, oid: bo.oid });
    expect((await failureOf(identity.accessToken(account))).code).toBe('wrong-account');
    expect(tokens.held).toBeNull();
  });

  it('never asks with the tokens of another account, and never trades them', async () => {
    const { directory, identity, account, tokens } = await anHourLater();
    const other: Account = { ...account, key: 'x'.repeat(22), loginHint: bo.hint };
    const before = tokens.held;
    expect((await failureOf(identity.accessToken(other))).code).toBe('needs-sign-in');
    expect(directory.exchanges).toEqual([]);
    expect(directory.launched).toEqual([]);
    expect(tokens.held).toEqual(before);
  });
});

describe('accessToken, when the directory cannot answer', () => {
  it.each([
    ['a gateway error', html(502), 'unavailable'],
    ['too many requests', refusal('invalid_grant', '', 429), 'unavailable'],
    ['a refusal from a broken server', refusal('invalid_grant', '', 500), 'unavailable'],
    ['a page of a portal', html(200), 'unavailable'],
    ['a page that forbids', html(403), 'unavailable'],
    ['an answer without a token', json(200, {}), 'not-trusted'],
    ['a rule of the organisation', refusal('invalid_grant', 'AADSTS53003'), 'blocked'],
    ['an unknown application', refusal('unauthorized_client', 'AADSTS700016'), 'wrong-configuration'],
  ])('keeps the refresh token after %s', async (_, response, code) => {
    const { directory, identity, account, tokens } = await anHourLater();
    const before = tokens.held;
    directory.intercept = () => response;
    expect((await failureOf(identity.accessToken(account))).code).toBe(code);
    expect(tokens.held).toEqual(before);
    expect(directory.launched).toEqual([]);
  });

  it.each([
    ['too many requests', refusal('temporarily_unavailable', '', 429)],
    ['a refusal that lasts', refusal('temporarily_unavailable', 'AADSTS90033')],
    ['a gateway error', html(503)],
  ])('says how long to wait where %s asks for it', async (_, response) => {
    const { directory, identity, account } = await anHourLater();
    response.headers.set('retry-after', '120');
    directory.intercept = () => response;
    const failure = await failureOf(identity.accessToken(account));
    expect(failure).toMatchObject({ code: 'unavailable', retryAfterMs: 120_000 });
  });

  it('says how long to wait where the directory asks for it after a restart', async () => {
    const { directory, tokens, account, wake } = await afterRestart();
    directory.webAuth.launch = () => Promise.reject(new SignInFailure('unavailable'));
    directory.intercept = () => new Response('', { status: 503, headers: { 'retry-after': '60' } });
    const failure = await failureOf(wake().accessToken(account));
    expect(failure).toMatchObject({ code: 'unavailable', retryAfterMs: 60_000 });
    expect(tokens.held).toBeNull();
  });

  it('is offline without a network, and goes on afterwards', async () => {
    const { directory, identity, account, tokens } = await anHourLater();
    directory.isOffline = true;
    expect((await failureOf(identity.accessToken(account))).code).toBe('offline');
    directory.isOffline = false;
    expect(await identity.accessToken(account)).toBe(tokens.held?.accessToken);
  });

  // Firefox says "Requires user interaction" of a network that is not there.
  it.each(['needs-sign-in', 'unavailable'] as const)(
    'is offline after a restart without a network, though the browser says %s',
    async (code) => {
      const { directory, tokens, account, wake } = await afterRestart();
      directory.isOffline = true;
      directory.webAuth.launch = () => Promise.reject(new SignInFailure(code));
      expect((await failureOf(wake().accessToken(account))).code).toBe('offline');
      directory.isOffline = false;
      expect((await failureOf(wake().accessToken(account))).code).toBe(code);
      expect(tokens.held).toBeNull();
    },
  );
});

const TRACE = { correlationId: '11111111-2222-4333-8444-555555555555' };

/** The directory takes no refresh token any more, and says why. */
function refuseTokens(directory: ReturnType<typeof fakeDirectory>): void {
  directory.intercept = (url) =>
    url.pathname.endsWith('/token')
      ? json(400, {
          error: 'invalid_grant',
          error_description: 'AADSTS700084: too old',
          correlation_id: TRACE.correlationId,
        })
      : null;
}

describe('accessToken, when the refresh token is dead', () => {
  it('uses the session, without a window', async () => {
    const { directory, identity, account, tokens } = await anHourLater();
    directory.revokeRefreshTokens();
    expect(await identity.accessToken(account)).toBe(tokens.held?.accessToken);
    const asked = Object.fromEntries(directory.launched[0]?.searchParams ?? []);
    expect(asked).toMatchObject({ prompt: 'none', login_hint: ada.hint, redirect_uri: REDIRECT });
    expect(directory.windows).toBe(1); // that of the sign-in
  });

  it('needs a sign-in where there is no session, and asks with the dead token only once', async () => {
    const { directory, identity, account, tokens } = await anHourLater();
    directory.revokeRefreshTokens();
    directory.session = null;
    expect((await failureOf(identity.accessToken(account))).code).toBe('needs-sign-in');
    expect((await failureOf(identity.accessToken(account))).code).toBe('needs-sign-in');
    expect(directory.tokenRequests()).toHaveLength(1);
    expect(tokens.held?.refreshToken).toBeNull();
  });

  it('says why it was refused where the browser gives no reason for what came of the session', async () => {
    const { directory, identity, account } = await anHourLater();
    refuseTokens(directory);
    directory.webAuth.launch = () => Promise.reject(new SignInFailure('needs-sign-in'));
    const failure = await failureOf(identity.accessToken(account));
    expect(failure).toMatchObject({ code: 'needs-sign-in', serviceCode: 'AADSTS700084', trace: TRACE });
  });

  it('says what the session says where that gives a reason, and what is not about it as it is', async () => {
    const { directory, identity, account } = await anHourLater();
    refuseTokens(directory);
    directory.session = null;
    const failure = await failureOf(identity.accessToken(account));
    expect(failure).toMatchObject({ code: 'needs-sign-in', serviceCode: 'login_required', trace: {} });
  });

  it.each(['consent_required', 'access_denied'])(
    'needs a sign-in where the session says %s',
    async (error) => {
      const { directory, identity, account } = await afterRestart();
      directory.alterCallback = (url) => {
        const state = new URLSearchParams(url.hash.slice(1)).get('state') ?? '';
        return `${REDIRECT}#${new URLSearchParams({ error, state }).toString()}`;
      };
      expect(await failureOf(identity.accessToken(account))).toMatchObject({
        code: 'needs-sign-in',
        serviceCode: error,
      });
    },
  );

  it.each(['AADSTS50076', 'AADSTS65001'])('leaves the decision to the session after %s', async (number) => {
    const { directory, identity, account } = await anHourLater();
    directory.intercept = () => {
      directory.intercept = () => null;
      return refusal('interaction_required', number);
    };
    expect(await identity.accessToken(account)).toBeTypeOf('string');
    expect(directory.launched).toHaveLength(1);
  });

  it('does not guess who is meant where there is no hint', async () => {
    const { directory, identity, account } = await afterRestart();
    expect((await failureOf(identity.accessToken({ ...account, loginHint: '' }))).code).toBe('needs-sign-in');
    expect(directory.launched).toEqual([]);
  });
});

describe('accessToken', () => {
  it('renews by refresh token and keeps the new one', async () => {
    const { directory, identity, account, tokens } = await anHourLater();
    const before = tokens.held;
    const token = await identity.accessToken(account);
    expect(token).toBe(tokens.held?.accessToken);
    expect(tokens.held?.refreshToken).not.toBe(before?.refreshToken);
    expect(Object.fromEntries(directory.tokenRequests()[0]?.form ?? [])).toEqual({
      grant_type: 'refresh_token',
      client_id: aConfiguration.clientId,
      refresh_token: before?.refreshToken,
      scope: 'openid profile offline_access https://graph.microsoft.com/User.ReadWrite',
      claims: '{"access_token":{"xms_cc":{"values":["cp1"]}}}',
    });
    expect(tokens.writes).toBe(1);
  });

  it('keeps the refresh token where the answer has no new one, nor an id_token', async () => {
    const { directory, identity, account, tokens } = await anHourLater();
    const before = tokens.held?.refreshToken;
    directory.alterAnswer = ({ access_token, token_type, expires_in }) => ({
      access_token,
      token_type,
      expires_in,
    });
    await identity.accessToken(account);
    expect(tokens.held?.refreshToken).toBe(before);
  });

  it('signs in silently after a restart of the browser', async () => {
    const { directory, identity, account, tokens } = await afterRestart();
    expect(await identity.accessToken(account)).toBe(tokens.held?.accessToken);
    expect(directory.launched).toHaveLength(1);
    expect(directory.windows).toBe(1); // that of the sign-in
  });

  it('gives a token that Graph refused never again', async () => {
    const { identity, account, clock } = await anHourLater();
    clock.offsetMs = 0;
    const rejectedToken = await identity.accessToken(account);
    const next = await identity.accessToken(account, { rejectedToken });
    expect(next).not.toBe(rejectedToken);
    expect(await identity.accessToken(account, { rejectedToken })).toBe(next);
  });

  it('needs a sign-in where the directory gives the refused token again', async () => {
    const { directory, identity, account, tokens } = await anHourLater();
    const rejectedToken = tokens.held?.accessToken ?? '';
    directory.alterAnswer = (answer) => ({ ...answer, access_token: rejectedToken });
    const failure = await failureOf(identity.accessToken(account, { rejectedToken }));
    expect(failure.code).toBe('needs-sign-in');
  });

  it.each([
    ['a huge lifetime', 1e300, 28 * HOUR_MS],
    ['a lifetime in words', '3600', HOUR_MS],
    ['no lifetime', undefined, 0], // the token is for one use
  ])('believes %s no further than is sane', async (_, expires_in, lifetimeMs) => {
    const { directory, identity, account, tokens } = await anHourLater();
    directory.alterAnswer = (answer) => ({ ...answer, expires_in });
    expect(await identity.accessToken(account)).toBe(tokens.held?.accessToken);
    expect((tokens.held?.expiresAtMs ?? 0) - (tokens.held?.receivedAtMs ?? 0)).toBe(lifetimeMs);
  });

  it('renews when the clock was put back before the token came', async () => {
    const { directory, identity, account, clock } = await anHourLater();
    clock.offsetMs = -HOUR_MS;
    await identity.accessToken(account);
    expect(directory.tokenRequests()).toHaveLength(1);
  });
});

describe('accessToken, when the configuration changed', () => {
  it.each([
    ['is gone', null, 'not-configured'],
    ['is for another directory', { ...aConfiguration, tenant: OTHER_TENANT }, 'needs-sign-in'],
    ['is for another cloud', { ...aConfiguration, cloud: 'china' as const }, 'needs-sign-in'],
  ])('asks nobody where it %s', async (_, changed, code) => {
    const { account, directory, tokens, clock } = await anHourLater();
    const later = setUp({ tokens, fetch: directory.fetch, configuration: () => Promise.resolve(changed) });
    later.clock.offsetMs = clock.offsetMs;
    expect((await failureOf(later.identity.accessToken(account))).code).toBe(code);
    expect(directory.exchanges).toEqual([]);
  });

  it('does not send a refresh token to another registration', async () => {
    const clientId = '55555555-bbbb-4bbb-8bbb-555555555555';
    let chosen = aConfiguration;
    const { account, directory, identity, tokens } = await anHourLater({
      configuration: () => Promise.resolve(chosen),
    });
    chosen = { ...aConfiguration, clientId };
    directory.alterClaims = (claims) => ({ ...claims, aud: clientId });
    await identity.accessToken(account);
    expect(directory.tokenRequests().map(({ form }) => form.get('grant_type'))).toEqual([
      'authorization_code',
    ]);
    expect(tokens.held?.clientId).toBe(clientId);
  });
});
