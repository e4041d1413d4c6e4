import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startEmulator, type Emulator } from './emulator';
import {
  beginSignIn,
  codeForm,
  createFetchBrowser,
  EXTENSION_ORIGIN,
  postToken,
  readTokens,
  signIn,
  type Visit,
} from './fetch-browser';
import { redirectUris } from './redirect-uris';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ graphPort: 0, loginPort: 0 });
});
afterEach(() => {
  vi.useRealTimers();
  emulator.reset();
});
afterAll(() => emulator.close());

function callbackOf(visit: Visit): Record<string, string> {
  return 'callback' in visit ? Object.fromEntries(visit.callback) : {};
}

function refresh(refreshToken: string): Promise<Response> {
  return postToken(emulator, emulator.tenants.contoso, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    scope: `openid profile offline_access ${emulator.graphOrigin}/User.ReadWrite`,
  });
}

describe('signing in', () => {
  it('gives tokens with the claims of Entra', async () => {
    const { ada } = emulator.people;
    const tokens = await signIn(emulator, ada);
    expect(tokens.scope).toBe(`${emulator.graphOrigin}/User.ReadWrite`);
    expect(tokens.expires_in).toBe(75 * 60);
    expect(decodeJwt(tokens.id_token)).toMatchObject({
      iss: `${emulator.loginOrigin}/${ada.tenant.id}/v2.0`,
      aud: emulator.clientId,
      nonce: 'nonce-1',
      oid: ada.objectId,
      tid: ada.tenant.id,
      name: 'Ada Lindqvist',
      preferred_username: 'ada@contoso.example',
      ver: '2.0',
      login_hint: expect.stringMatching(/^O\./) as string,
    });
  });

  it('signs access tokens for Graph with the published keys', async () => {
    const { chen } = emulator.people;
    const { access_token } = await signIn(emulator, chen);
    const keys = createRemoteJWKSet(new URL(`${emulator.loginOrigin}/${chen.tenant.id}/discovery/v2.0/keys`));
    const { payload, protectedHeader } = await jwtVerify(access_token, keys, {
      audience: emulator.graphOrigin,
      typ: 'at+jwt',
    });
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({ scp: 'User.ReadWrite', oid: chen.objectId, tid: chen.tenant.id });
  });

  it('grants exactly the permissions that were asked for', async () => {
    const scope = `openid profile ${emulator.graphOrigin}/User.Read ${emulator.graphOrigin}/Mail.Read`;
    const { access_token } = await signIn(emulator, emulator.people.ada, { scope });
    expect(decodeJwt(access_token)['scp']).toBe('User.Read');
  });

  it.each(['fragment', 'query'])('answers by %s as Entra does, without an issuer', async (response_mode) => {
    const browser = createFetchBrowser(emulator);
    const { url } = beginSignIn(emulator, emulator.tenants.contoso, { response_mode });
    const visit = await browser.press(await browser.visit(url), 'account', emulator.people.ada.objectId);
    expect(Object.keys(callbackOf(visit)).toSorted()).toEqual(['code', 'session_state', 'state']);
  });

  it('says access_denied with a subcode when the person cancels', async () => {
    const browser = createFetchBrowser(emulator);
    const page = await browser.visit(beginSignIn(emulator, emulator.tenants.contoso).url);
    expect(callbackOf(await browser.press(page, 'cancel', 'yes'))).toEqual({
      error: 'access_denied',
      error_description: expect.stringMatching(/^AADSTS65004.+Correlation ID: [0-9a-f-]{36}/) as string,
      error_subcode: 'cancel',
      state: 'state-1',
    });
  });

  it('offers only the people of the tenant, and the hinted one first', async () => {
    const { url } = beginSignIn(emulator, emulator.tenants.contoso, { login_hint: 'ben@contoso.example' });
    const visit = await createFetchBrowser(emulator).visit(url);
    const page = 'page' in visit ? visit.page : '';
    expect(page.indexOf('Ben Okafor')).toBeLessThan(page.indexOf('Ada Lindqvist'));
    expect(page).not.toContain('Chen Wei');
  });

  it.each(['contoso.example', 'contoso.onmicrosoft.com'])(
    'takes %s for the id of its tenant',
    async (domain) => {
      const { contoso } = emulator.tenants;
      const byDomain = `${emulator.loginOrigin}/${domain}`;
      const discovery = await fetch(`${byDomain}/v2.0/.well-known/openid-configuration`);
      expect(await discovery.json()).toMatchObject({
        issuer: `${emulator.loginOrigin}/${contoso.id}/v2.0`,
        token_endpoint: `${emulator.loginOrigin}/${contoso.id}/oauth2/v2.0/token`,
        tenant_region_scope: 'EU',
      });
      const { url } = beginSignIn(emulator, contoso);
      const visit = await createFetchBrowser(emulator).visit(url.replace(contoso.id, domain));
      expect(visit).toMatchObject({ status: 200, url: expect.stringContaining('/sign-in/') as string });
    },
  );
});

describe('a session', () => {
  it('signs in again without a page, also with prompt=none and either hint', async () => {
    const browser = createFetchBrowser(emulator);
    const { id_token } = await signIn(emulator, emulator.people.ada, {}, browser);
    const hints = ['ada@contoso.example', String(decodeJwt(id_token)['login_hint'])];
    for (const login_hint of hints) {
      const { url } = beginSignIn(emulator, emulator.tenants.contoso, { prompt: 'none', login_hint });
      expect(callbackOf(await browser.visit(url))).toHaveProperty('code');
    }
    const { url } = beginSignIn(emulator, emulator.tenants.contoso);
    expect(callbackOf(await browser.visit(url))).toHaveProperty('code');
  });

  it.each([
    { case: 'there is none', person: null, login_hint: 'ada@contoso.example' },
    { case: 'it is of somebody else', person: 'ben', login_hint: 'ada@contoso.example' },
  ] as const)('is missed by prompt=none when $case', async ({ person, login_hint }) => {
    const browser = createFetchBrowser(emulator);
    if (person) await signIn(emulator, emulator.people[person], {}, browser);
    const { url } = beginSignIn(emulator, emulator.tenants.contoso, { prompt: 'none', login_hint });
    expect(callbackOf(await browser.visit(url))).toMatchObject({
      error: 'login_required',
      error_description: expect.stringMatching(/^AADSTS50058/) as string,
    });
  });

  it('of one tenant is unknown in the other', async () => {
    const browser = createFetchBrowser(emulator);
    await signIn(emulator, emulator.people.ada, {}, browser);
    const { url } = beginSignIn(emulator, emulator.tenants.fabrikam, { prompt: 'none' });
    expect(callbackOf(await browser.visit(url))).toHaveProperty('error', 'login_required');
  });

  it('changes its person by select_account, and the tokens of the one before stay alive', async () => {
    const { ada, ben } = emulator.people;
    const browser = createFetchBrowser(emulator);
    const before = await signIn(emulator, ada, {}, browser);
    const after = await signIn(emulator, ben, { prompt: 'select_account' }, browser);
    expect(decodeJwt(after.id_token)['oid']).toBe(ben.objectId);
    expect((await refresh(before.refresh_token)).status).toBe(200);
  });

  it('ends by logout', async () => {
    const browser = createFetchBrowser(emulator);
    await signIn(emulator, emulator.people.ada, {}, browser);
    const logout = `${emulator.loginOrigin}/${emulator.tenants.contoso.id}/oauth2/v2.0/logout`;
    const query = new URLSearchParams({ post_logout_redirect_uri: redirectUris.chromium });
    const page = await browser.visit(`${logout}?${query.toString()}`);
    expect(await browser.sendForm(page)).toHaveProperty('callback');
    const { url } = beginSignIn(emulator, emulator.tenants.contoso, { prompt: 'none' });
    expect(callbackOf(await browser.visit(url))).toHaveProperty('error', 'login_required');
  });
});

describe('a refresh token', () => {
  it('ends 24 hours after the sign-in, however often it is renewed', async () => {
    const startMs = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: startMs });
    const first = await signIn(emulator, emulator.people.ada);
    vi.setSystemTime(startMs + 23 * 60 * 60 * 1000);
    const second = await readTokens(await refresh(first.refresh_token));
    expect(second.refresh_token).not.toBe(first.refresh_token);
    vi.setSystemTime(startMs + 24 * 60 * 60 * 1000 + 2000);
    const late = await refresh(second.refresh_token);
    expect(late.status).toBe(400);
    expect(await late.json()).toMatchObject({ error: 'invalid_grant', error_codes: [700084] });
  });

  it('still works after it has been renewed', async () => {
    const { refresh_token } = await signIn(emulator, emulator.people.ada);
    await readTokens(await refresh(refresh_token));
    const again = await readTokens(await refresh(refresh_token));
    expect(decodeJwt(again.id_token)['oid']).toBe(emulator.people.ada.objectId);
  });
});

describe('the token endpoint', () => {
  it('answers extensions of both browsers across origins', async () => {
    for (const origin of [EXTENSION_ORIGIN, 'moz-extension://1b4e28ba-2fa1-41d2-883f-0016d3cca427']) {
      const answer = await postToken(
        emulator,
        emulator.tenants.contoso,
        { grant_type: 'refresh_token', refresh_token: 'unknown' },
        { origin },
      );
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(origin);
      expect(await answer.json()).toMatchObject({ error: 'invalid_grant', error_codes: [70000] });
    }
  });

  it('refuses a code without an Origin, as for every single-page application', async () => {
    const browser = createFetchBrowser(emulator);
    const attempt = beginSignIn(emulator, emulator.tenants.contoso);
    const page = await browser.visit(attempt.url);
    const form = codeForm(await browser.press(page, 'account', emulator.people.ada.objectId), attempt);
    const refused = await postToken(emulator, emulator.tenants.contoso, form, {});
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      error: 'invalid_request',
      error_description: expect.stringMatching(/^AADSTS9002327/) as string,
      error_codes: [9002327],
    });
  });

  it.each([
    { case: 'a wrong verifier', change: { code_verifier: 'x'.repeat(43) }, code: 501481 },
    { case: 'an unknown code', change: { code: 'unknown' }, code: 70000 },
    { case: 'an unknown client', change: { client_id: 'unknown' }, code: 700016 },
    { case: 'an unknown grant type', change: { grant_type: 'password' }, code: 70003 },
  ])('refuses $case with its number', async ({ change, code }) => {
    const browser = createFetchBrowser(emulator);
    const attempt = beginSignIn(emulator, emulator.tenants.contoso);
    const page = await browser.visit(attempt.url);
    const form = codeForm(await browser.press(page, 'account', emulator.people.ada.objectId), attempt);
    const refused = await postToken(emulator, emulator.tenants.contoso, { ...form, ...change });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error_codes: [code] });
  });

  it('refuses a code that was redeemed already', async () => {
    const browser = createFetchBrowser(emulator);
    const attempt = beginSignIn(emulator, emulator.tenants.contoso);
    const page = await browser.visit(attempt.url);
    const form = codeForm(await browser.press(page, 'account', emulator.people.ada.objectId), attempt);
    await readTokens(await postToken(emulator, emulator.tenants.contoso, form));
    const replay = await postToken(emulator, emulator.tenants.contoso, form);
    expect(await replay.json()).toMatchObject({ error: 'invalid_grant', error_codes: [54005] });
  });
});

describe('the authorize endpoint', () => {
  it.each([
    { case: 'an unknown client', extra: { client_id: 'unknown' }, code: 'AADSTS700016' },
    {
      case: 'an unregistered redirect address',
      extra: { redirect_uri: 'https://example.org/' },
      code: 'AADSTS50011',
    },
  ])('shows a page for $case', async ({ extra, code }) => {
    const { url } = beginSignIn(emulator, emulator.tenants.contoso, extra);
    expect(await createFetchBrowser(emulator).visit(url)).toMatchObject({
      status: 400,
      page: expect.stringContaining(code) as string,
    });
  });

  it('shows a page for an unknown tenant', async () => {
    const { url } = beginSignIn(emulator, { ...emulator.tenants.contoso, id: 'unknown' });
    expect(await createFetchBrowser(emulator).visit(url)).toMatchObject({
      status: 400,
      page: expect.stringContaining('AADSTS90002') as string,
    });
  });

  it('wants a code challenge', async () => {
    const { url } = beginSignIn(emulator, emulator.tenants.contoso);
    const visit = await createFetchBrowser(emulator).visit(url.replace(/code_challenge\w*=/g, 'ignored='));
    expect(callbackOf(visit)).toHaveProperty('error', 'invalid_request');
  });
});
