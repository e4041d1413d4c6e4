import { describe, expect, it } from 'vitest';
import { accountKey } from '../../src/identity/account-key';
import { defaultConfiguration } from '../../src/identity/configuration';
import { createIdentity } from '../../src/identity/create-identity';
import { SignInFailure } from '../../src/identity/failure';
import {
  aConfiguration,
  ada,
  bo,
  CLIENT,
  fakeDirectory,
  html,
  json,
  memoryTokens,
  REDIRECT,
  refusal,
  TENANT,
} from './fake-directory';
import { failureOf, setUp, withFragment } from './set-up';

describe('signIn, when the directory or the way to it fails', () => {
  it.each([
    ['a proxy answers 502', html(502), 'unavailable'],
    ['a portal answers with a page', html(200), 'unavailable'],
    ['it is throttled', refusal('temporarily_unavailable', '', 429), 'unavailable'],
    ['the code is refused', refusal('invalid_grant', 'AADSTS54005'), 'needs-sign-in'],
    ['the platform is wrong', refusal('invalid_request', 'AADSTS9002326'), 'wrong-redirect'],
    ['the client id is unknown', refusal('unauthorized_client', 'AADSTS700016'), 'wrong-configuration'],
  ])('says so when %s', async (_, response, code) => {
    const { directory, identity } = setUp();
    directory.intercept = (url) => (url.pathname.endsWith('/token') ? response : null);
    expect((await failureOf(identity.signIn(aConfiguration))).code).toBe(code);
  });

  it('says offline when the answer cannot be fetched', async () => {
    const { directory, identity } = setUp();
    directory.isOffline = true;
    expect((await failureOf(identity.signIn(aConfiguration))).code).toBe('offline');
  });

  it('blames the redirect address when only the token cannot be fetched', async () => {
    const { directory, identity } = setUp();
    directory.intercept = (url) =>
      url.pathname.endsWith('/token') ? Promise.reject(new TypeError('Failed to fetch')) : null;
    expect((await failureOf(identity.signIn(aConfiguration))).code).toBe('wrong-redirect');
  });

  it.each([
    ['offline', 'without a network', true],
    ['unavailable', 'with one', false],
  ])('calls a page that did not load %s %s', async (code, _, isOffline) => {
    const { directory, identity } = setUp();
    directory.isOffline = isOffline;
    directory.webAuth.launch = () => Promise.reject(new SignInFailure('unavailable'));
    expect((await failureOf(identity.signIn(aConfiguration))).code).toBe(code);
  });

  it.each([
    // What the window showed is not known: an error of the directory or of the network closes by hand as well.
    { directory: 'answers', code: 'cancelled', answer: null },
    { directory: 'does not exist', code: 'wrong-configuration', answer: () => refusal('invalid_tenant', '') },
    { directory: 'cannot answer', code: 'unavailable', answer: () => html(503) },
    { directory: 'is out of reach', code: 'offline', answer: () => Promise.reject(new TypeError('x')) },
  ])('says $code when a window was closed and the directory $directory', async ({ code, answer }) => {
    const { directory, identity } = setUp();
    directory.webAuth.launch = () => Promise.reject(new SignInFailure('cancelled'));
    if (answer !== null) directory.intercept = answer;
    expect((await failureOf(identity.signIn(aConfiguration))).code).toBe(code);
  });

  it('says that the browser refused the directory by its own code', async () => {
    const { directory, identity } = setUp();
    directory.alterCallback = (url) =>
      withFragment(url, (values) => {
        values.delete('code');
        values.set('error', 'access_denied');
        values.set('error_subcode', 'cancel');
      });
    expect(await failureOf(identity.signIn(aConfiguration))).toMatchObject({
      code: 'declined',
      serviceCode: 'access_denied',
    });
  });
});

describe('signIn, when the directory is named by a domain', () => {
  const byDomain = { ...aConfiguration, tenant: 'contoso.com' };

  it('asks once for its id and signs in by that', async () => {
    const { directory, identity } = setUp();
    expect((await identity.signIn(byDomain)).tenantId).toBe(TENANT);
    expect(directory.exchanges.map(({ url }) => url.pathname)).toEqual([
      '/contoso.com/v2.0/.well-known/openid-configuration',
      `/${TENANT}/oauth2/v2.0/token`,
    ]);
    expect(directory.launched[0]?.pathname).toBe(`/${TENANT}/oauth2/v2.0/authorize`);
  });

  it.each([
    ['another host', json(200, { issuer: `https://evil.example/${TENANT}/v2.0` }), 'not-trusted'],
    [
      'a host that begins right',
      json(200, { issuer: `https://login.microsoftonline.com.evil/${TENANT}/v2.0` }),
      'not-trusted',
    ],
    ['a template', json(200, { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }), 'not-trusted'],
    [
      'a path too many',
      json(200, { issuer: `https://login.microsoftonline.com/x/${TENANT}/v2.0` }),
      'not-trusted',
    ],
    ['nothing', json(200, {}), 'unavailable'],
    ['a page', html(200), 'unavailable'],
    ['a gateway error', html(504), 'unavailable'],
    ['no such tenant', refusal('invalid_tenant', 'AADSTS90002'), 'wrong-configuration'],
  ])('opens no window when it answers with %s', async (_, response, code) => {
    const { directory, identity } = setUp();
    directory.intercept = () => response;
    expect((await failureOf(identity.signIn(byDomain))).code).toBe(code);
    expect(directory.windows).toBe(0);
  });
});

describe('signIn', () => {
  it('asks for exactly what it needs', async () => {
    const { directory, identity } = setUp();
    await identity.signIn(aConfiguration);
    const url = directory.launched[0];
    const { state, nonce, code_challenge, ...rest } = Object.fromEntries(url?.searchParams ?? []);
    expect(`${url?.origin ?? ''}${url?.pathname ?? ''}`).toBe(
      `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/authorize`,
    );
    expect(rest).toEqual({
      client_id: CLIENT,
      response_type: 'code',
      response_mode: 'fragment',
      redirect_uri: REDIRECT,
      scope: 'openid profile offline_access https://graph.microsoft.com/User.ReadWrite',
      code_challenge_method: 'S256',
      prompt: 'select_account',
      claims: '{"access_token":{"xms_cc":{"values":["cp1"]}}}',
    });
    expect([state, nonce, code_challenge].map((value) => value?.length)).toEqual([43, 43, 43]);
  });

  it('never uses a verifier, state or nonce twice', async () => {
    const { directory, identity } = setUp();
    for (let round = 0; round < 50; round += 1) await identity.signIn(aConfiguration);
    const seen = directory.launched.flatMap(({ searchParams }) => [
      searchParams.get('state'),
      searchParams.get('nonce'),
      searchParams.get('code_challenge'),
    ]);
    expect(new Set(seen).size).toBe(150);
    const verifiers = directory.tokenRequests().map(({ form }) => form.get('code_verifier') ?? '');
    expect(new Set(verifiers).size).toBe(50);
    expect(Math.min(...verifiers.map((verifier) => verifier.length))).toBeGreaterThanOrEqual(43);
  });

  it('answers with the account and keeps the tokens', async () => {
    const { directory, identity, tokens } = setUp();
    const account = await identity.signIn(aConfiguration);
    expect(account).toEqual({
      key: await accountKey('global', TENANT, ada.oid),
      cloud: 'global',
      tenantId: TENANT,
      name: ada.name,
      username: ada.username,
      loginHint: ada.hint,
      organisation: null,
    });
    expect(tokens.held).toMatchObject({ accountKey: account.key, clientId: CLIENT });
    expect(await identity.accessToken(account)).toBe(tokens.held?.accessToken);
    expect(directory.tokenRequests()).toHaveLength(1);
  });

  it('does not mind missing or hostile words about the person', async () => {
    const { directory, identity } = setUp();
    directory.alterClaims = (claims) => ({
      ...claims,
      name: 'x'.repeat(9999),
      login_hint: 1,
      preferred_username: undefined,
    });
    const account = await identity.signIn(aConfiguration);
    expect(account).toMatchObject({ name: 'x'.repeat(256), username: '', loginHint: '' });
  });

  it('works without https for the emulator', async () => {
    const local = defaultConfiguration() ?? expect.fail('no local build');
    const directory = fakeDirectory(local);
    directory.tenantId = local.tenant;
    const identity = createIdentity({
      webAuth: directory.webAuth,
      tokens: memoryTokens(),
      fetch: directory.fetch,
      nowMs: Date.now,
      configuration: () => Promise.resolve(local),
      withLock: (_name, work) => work(),
    });
    expect(await identity.signIn(local)).toMatchObject({ cloud: 'local', name: ada.name });
  });

  it('opens another window after a failure', async () => {
    const { directory, identity } = setUp();
    directory.alterCallback = () => '';
    await failureOf(identity.signIn(aConfiguration));
    directory.alterCallback = (url) => url.href;
    expect((await identity.signIn(aConfiguration)).name).toBe(ada.name);
  });

  it('replaces the tokens of the account before', async () => {
    const { directory, identity, tokens } = setUp();
    const first = await identity.signIn(aConfiguration);
    directory.session = bo;
    const second = await identity.signIn(aConfiguration);
    expect(second.key).not.toBe(first.key);
    expect(tokens.held?.accountKey).toBe(second.key);
  });

  it('counts where the person goes on in the window after a sign-out', async () => {
    const { identity, tokens } = setUp();
    const account = identity.signIn(aConfiguration);
    await identity.forget();
    expect((await account).name).toBe(ada.name);
    expect(tokens.held).not.toBeNull();
  });

  it('keeps nothing when the person signed out after they were done with the window', async () => {
    const { directory, identity, tokens } = setUp();
    const forgetting: Promise<void>[] = [];
    directory.alterAnswer = (answer) => {
      forgetting.push(identity.forget());
      return answer;
    };
    expect((await failureOf(identity.signIn(aConfiguration))).code).toBe('cancelled');
    await Promise.all(forgetting);
    expect(tokens.held).toBeNull();
  });
});
