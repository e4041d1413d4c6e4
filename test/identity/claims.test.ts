import { describe, expect, it } from 'vitest';
import { requestedClaims } from '../../src/identity/claims';
import { SECRET, refusal } from './fake-directory';
import { failureOf, setUp } from './set-up';
import { aConfiguration } from './fake-directory';

const CP1 = { xms_cc: { values: ['cp1'] } };
const CHALLENGE = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
const ANSWER = { access_token: { nbf: { essential: true, value: '1700000000' }, ...CP1 } };

const asked = (parameters: URLSearchParams | undefined): unknown =>
  JSON.parse(parameters?.get('claims') ?? 'null');

/** Signed in, with a token that Graph has refused. */
async function signedIn() {
  const stage = setUp();
  const account = await stage.identity.signIn(aConfiguration);
  return { ...stage, account, rejectedToken: await stage.identity.accessToken(account) };
}

describe('the claims of a request', () => {
  it.each<[string, string | null, object]>([
    ['nothing is asked for', null, { access_token: CP1 }],
    ['a challenge asks for something', CHALLENGE, ANSWER],
    [
      'a challenge asks beside the access token',
      '{"id_token":{"acr":null}}',
      { id_token: { acr: null }, access_token: CP1 },
    ],
    ['a challenge is no object', '[1]', { access_token: CP1 }],
    ['a challenge is no JSON', '{', { access_token: CP1 }],
  ])('say that challenges can be answered, where %s', (_, challenge, claims) => {
    expect(JSON.parse(requestedClaims(challenge))).toEqual(claims);
  });
});

describe('a claims challenge', () => {
  it('is announced to the directory at the sign-in page and for tokens', async () => {
    const { directory } = await signedIn();
    expect(asked(directory.launched[0]?.searchParams)).toEqual({ access_token: CP1 });
    expect(asked(directory.tokenRequests()[0]?.form)).toEqual({ access_token: CP1 });
  });

  it('is answered by a renewal that asks for it', async () => {
    const { directory, identity, account, rejectedToken } = await signedIn();
    const token = await identity.accessToken(account, { rejectedToken, claims: CHALLENGE });
    expect(token).toContain(SECRET);
    expect(asked(directory.tokenRequests().at(-1)?.form)).toEqual(ANSWER);
    expect(directory.launched).toHaveLength(1);
  });

  it('that needs the person is put to them at their next sign-in, and is done with then', async () => {
    const { directory, identity, account, rejectedToken, tokens, wake } = await signedIn();
    directory.intercept = (url) =>
      url.pathname.endsWith('/token') ? refusal('interaction_required', 'AADSTS50076') : null;
    directory.session = null;
    const failure = await failureOf(identity.accessToken(account, { rejectedToken, claims: CHALLENGE }));
    expect(failure.code).toBe('needs-sign-in');
    expect(asked(directory.launched.at(-1)?.searchParams)).toEqual(ANSWER);

    // Another worker: what it knows is stored.
    directory.intercept = () => null;
    await failureOf(wake().accessToken(account));
    const later = wake();
    await later.signIn(aConfiguration);
    expect(directory.launched.at(-1)?.searchParams.get('prompt')).toBe('select_account');
    expect(asked(directory.launched.at(-1)?.searchParams)).toEqual(ANSWER);
    expect((await tokens.read())?.challenge).toBeNull();
    await later.signIn(aConfiguration);
    expect(asked(directory.launched.at(-1)?.searchParams)).toEqual({ access_token: CP1 });
  });

  it('that the directory names with its refusal counts for more', async () => {
    const { directory, identity, account, rejectedToken, wake } = await signedIn();
    directory.intercept = (url) =>
      url.pathname.endsWith('/token')
        ? new Response(
            JSON.stringify({ error: 'interaction_required', claims: '{"access_token":{"acrs":null}}' }),
            { status: 400, headers: { 'content-type': 'application/json' } },
          )
        : null;
    directory.session = null;
    await failureOf(identity.accessToken(account, { rejectedToken, claims: CHALLENGE }));
    directory.intercept = () => null;
    await wake().signIn(aConfiguration);
    expect(asked(directory.launched.at(-1)?.searchParams)).toEqual({ access_token: { acrs: null, ...CP1 } });
  });

  it('is not joined to a renewal that asks for less', async () => {
    const { directory, identity, account, rejectedToken } = await signedIn();
    const before = directory.tokenRequests().length;
    await Promise.all([
      identity.accessToken(account, { rejectedToken }),
      identity.accessToken(account, { rejectedToken, claims: CHALLENGE }),
    ]);
    const requests = directory.tokenRequests().slice(before);
    expect(requests.map(({ form }) => asked(form))).toContainEqual(ANSWER);
  });
});
