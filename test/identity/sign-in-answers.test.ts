import type { SignInFailureCode } from '../../src/identity/failure';
import { describe, expect, it } from 'vitest';
import { aConfiguration, ada, anIdToken, CLIENT, OTHER_TENANT, TENANT } from './fake-directory';
import { failureOf, setUp, withFragment } from './set-up';

const GUID_OF_OTHER_CLIENT = '44444444-bbbb-4bbb-8bbb-444444444444';

describe('signIn, when the callback does not belong to the question', () => {
  const bent: [string, (callback: URL) => string][] = [
    [
      'has another state',
      (url) =>
        withFragment(url, (values) => {
          values.set('state', 'x');
        }),
    ],
    [
      'has no state',
      (url) =>
        withFragment(url, (values) => {
          values.delete('state');
        }),
    ],
    [
      'has the state twice',
      (url) =>
        withFragment(url, (values) => {
          values.append('state', 'x');
        }),
    ],
    [
      'has no code',
      (url) =>
        withFragment(url, (values) => {
          values.delete('code');
        }),
    ],
    [
      'names another issuer',
      (url) =>
        withFragment(url, (values) => {
          values.set('iss', 'https://evil.example');
        }),
    ],
    [
      'brings an id_token along',
      (url) =>
        withFragment(url, (values) => {
          values.set('id_token', 'x');
        }),
    ],
    ['has its answer in the query', (url) => url.href.replace('#', '?')],
    ['is at another address', (url) => url.href.replace('chromiumapp.org', 'evil.example')],
    ['is below the address', (url) => url.href.replace('/#', '/evil#')],
    ['is empty', () => ''],
    ['is no address', () => 'not an address'],
  ];

  it.each(bent)('sends nothing where it %s', async (_, alterCallback) => {
    const { directory, identity, tokens } = setUp();
    directory.alterCallback = alterCallback;
    expect((await failureOf(identity.signIn(aConfiguration))).code).toBe('not-trusted');
    expect(directory.tokenRequests()).toEqual([]);
    expect(tokens.held).toBeNull();
  });

  it('sends nothing for the callback of an earlier sign-in', async () => {
    const { directory, identity } = setUp();
    let first = '';
    directory.alterCallback = (url) => (first ||= url.href);
    await identity.signIn(aConfiguration);
    expect((await failureOf(identity.signIn(aConfiguration))).code).toBe('not-trusted');
    expect(directory.tokenRequests()).toHaveLength(1);
  });
});

describe('signIn, when the answer is not to be trusted', () => {
  const nowS = Math.floor(Date.now() / 1000);
  it.each<[string, object, SignInFailureCode?]>([
    ['another nonce', { nonce: 'x' }],
    ['no nonce', { nonce: undefined }],
    ['the issuer of another directory', { iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0` }],
    ['an issuer that only begins right', { iss: `https://login.microsoftonline.com/${TENANT}/v2.0/` }],
    ['the issuer of another cloud', { iss: `https://login.microsoftonline.us/${TENANT}/v2.0` }],
    ['another directory', { tid: OTHER_TENANT }],
    ['no directory', { tid: undefined }],
    ['no person', { oid: undefined }],
    ['a person who is no GUID', { oid: 'ada@contoso.com' }],
    ['another application', { aud: GUID_OF_OTHER_CLIENT }],
    ['two applications', { aud: [CLIENT, GUID_OF_OTHER_CLIENT] }],
    ['an end more than five minutes ago', { exp: nowS - 310 }, 'clock-wrong'],
    ['a beginning more than five minutes ahead', { nbf: nowS + 400 }, 'clock-wrong'],
  ])('refuses %s', async (_, bent, code = 'not-trusted') => {
    const { directory, identity, tokens } = setUp();
    directory.alterClaims = (claims) => ({ ...claims, ...bent });
    expect((await failureOf(identity.signIn(aConfiguration))).code).toBe(code);
    expect(tokens.held).toBeNull();
  });

  it.each([
    ['without id_token', { id_token: undefined }],
    ['without access token', { access_token: undefined }],
    ['with a token of another type', { token_type: 'DPoP' }],
    ['with an id_token that is none', { id_token: 'a.b.c' }],
    ['with an unsigned id_token', { id_token: anIdToken({ aud: CLIENT }, { alg: 'none' }) }],
  ])('refuses one %s', async (_, bent) => {
    const { directory, identity, tokens } = setUp();
    directory.alterAnswer = (answer) => ({ ...answer, ...bent });
    expect((await failureOf(identity.signIn(aConfiguration))).code).toBe('not-trusted');
    expect(tokens.held).toBeNull();
  });

  it('lets clocks be four minutes apart', async () => {
    const { directory, identity } = setUp();
    directory.alterClaims = (claims) => ({ ...claims, exp: nowS - 240, nbf: nowS + 240 });
    expect((await identity.signIn(aConfiguration)).name).toBe(ada.name);
  });
});
