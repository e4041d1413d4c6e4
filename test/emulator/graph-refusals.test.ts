import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from './emulator';
import { fetchGraph, LANGUAGES, readError, type GraphFetchOptions } from './fetch-graph';
import { signIn } from './fetch-browser';
import { seedId } from './seed';

let emulator: Emulator;
let token: string;
let readOnlyToken: string;

beforeAll(async () => {
  emulator = await startEmulator({ graphPort: 0, loginPort: 0 });
  token = (await signIn(emulator, emulator.people.ada)).access_token;
  const scope = `openid ${emulator.graphOrigin}/User.Read`;
  readOnlyToken = (await signIn(emulator, emulator.people.ada, { scope })).access_token;
});
beforeEach(() => {
  emulator.reset();
});
afterAll(() => emulator.close());

const german = seedId(3);
const managed = seedId(5);
const danish = { displayName: 'Danish', tag: 'da-DK', spoken: 'elementary' };

function graph(path: string, options?: GraphFetchOptions): Promise<Response> {
  return fetchGraph(emulator, token, path, options);
}

describe('a refused request', () => {
  const json = { 'Content-Type': 'application/json' };
  const wrongType = { 'Content-Type': 'text/plain' };

  it.each([
    ['another content type', { body: danish, headers: wrongType }, 415, 'UnsupportedMediaType'],
    ['no content type', { body: danish, headers: { 'Content-Type': null } }, 400, 'BadRequest'],
    ['no body', { headers: json }, 400, 'BadRequest'],
    ['broken JSON', { body: '{"tag":' }, 400, 'BadRequest'],
    ['a list', { body: [danish] }, 400, 'BadRequest'],
    ['an unknown property', { body: { ...danish, level: 'elementary' } }, 400, 'BadRequest'],
    ['a property in another case', { body: { ...danish, Spoken: 'elementary' } }, 400, 'BadRequest'],
    [
      'another entity type',
      { body: { '@odata.type': '#microsoft.graph.skillProficiency' } },
      400,
      'BadRequest',
    ],
    ['its own id', { body: { ...danish, id: german } }, 400, 'BadRequest'],
    ['an author', { body: { ...danish, createdBy: null } }, 400, 'BadRequest'],
    ['a date', { body: { ...danish, lastModifiedDateTime: null } }, 400, 'BadRequest'],
    ['sources', { body: { ...danish, sources: [] } }, 400, 'BadRequest'],
    ['a search flag', { body: { ...danish, isSearchable: true } }, 400, 'BadRequest'],
    ['a number for a text', { body: { displayName: 7 } }, 400, 'BadRequest'],
    ['a number for a level', { body: { spoken: 4 } }, 400, 'BadRequest'],
    ['a text for a flag', { body: { inference: { userHasVerifiedAccuracy: 'yes' } } }, 400, 'BadRequest'],
    ['one source type', { body: { source: { type: 'User' } } }, 400, 'BadRequest'],
    ['a level of another enum', { body: { spoken: 'advancedProfessional' } }, 400, 'UnknownError'],
    ['a level in another case', { body: { spoken: 'Elementary' } }, 400, 'UnknownError'],
    ['the sentinel as a level', { body: { reading: 'unknownFutureValue' } }, 400, 'UnknownError'],
    ['an unknown audience', { body: { allowedAudiences: 'organization,friends' } }, 400, 'UnknownError'],
    [
      'the sentinel as an audience',
      { body: { allowedAudiences: 'unknownFutureValue' } },
      400,
      'UnknownError',
    ],
  ] satisfies [string, GraphFetchOptions, number, string][])(
    'with %s changes nothing',
    async (_, options, status, code) => {
      const before = emulator.profileOf(emulator.people.ada);
      for (const [method, path] of [
        ['POST', LANGUAGES],
        ['PATCH', `${LANGUAGES}/${german}`],
      ] as const) {
        const answer = await graph(path, { method, ...options });
        expect(answer.status).toBe(status);
        const error = await readError(answer);
        expect(error.code).toBe(code);
        if (code === 'UnknownError') expect(error.message).toBe('');
      }
      expect(emulator.profileOf(emulator.people.ada)).toEqual(before);
      expect(emulator.log.some(({ executed }) => executed)).toBe(false);
    },
  );

  it.each([
    ['a language that is not there', 'GET', `${LANGUAGES}/unknown`, 404, 'UnknownError'],
    ['a language of the directory', 'PATCH', `${LANGUAGES}/${managed}`, 403, 'ErrorAccessDeniedForRole'],
    [
      'removing a language of the directory',
      'DELETE',
      `${LANGUAGES}/${managed}`,
      403,
      'ErrorAccessDeniedForRole',
    ],
    ['the whole profile', 'DELETE', '/beta/me/profile', 403, 'ErrorAccessDenied'],
    ['a reference', 'POST', `${LANGUAGES}/$ref`, 405, 'MethodNotAllowed'],
    ['changing the collection', 'PATCH', LANGUAGES, 405, 'MethodNotAllowed'],
    ['the path of the draft', 'PATCH', '/beta/user/1/profile/languages', 404, 'Request_ResourceNotFound'],
    ['the released version', 'GET', '/v1.0/me/profile/languages', 404, 'Request_ResourceNotFound'],
    ['a batch', 'POST', '/beta/$batch', 404, 'Request_ResourceNotFound'],
    ['an unknown property in $select', 'GET', `${LANGUAGES}?$select=level`, 400, 'BadRequest'],
    ['$filter', 'GET', `${LANGUAGES}?$filter=true`, 400, 'BadRequest'],
    ['a $top that is no number', 'GET', `${LANGUAGES}?$top=all`, 400, 'BadRequest'],
  ])('for %s says why', async (_, method, path, status, code) => {
    const answer = await graph(path, { method, ...(method === 'GET' ? {} : { body: {} }) });
    expect(answer.status).toBe(status);
    expect((await readError(answer)).code).toBe(code);
  });

  it('of the whole profile is in the log, so that a test can assert its absence', async () => {
    await graph('/beta/me/profile', { method: 'DELETE' });
    expect(emulator.log).toMatchObject([{ method: 'DELETE', path: '/beta/me/profile', executed: false }]);
  });
});

describe('a token', () => {
  it.each([
    ['none', () => null],
    ['an empty one', () => 'Bearer '],
    ['no JWT', () => 'Bearer abc'],
    ['one with a changed signature', () => `Bearer ${token.slice(0, -8)}AAAAAAAA`],
  ])('%s is refused with 401', async (_, authorization) => {
    const answer = await graph(LANGUAGES, { headers: { Authorization: authorization() } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('WWW-Authenticate')).toContain(`authorization_uri="${emulator.loginOrigin}/`);
    expect((await readError(answer)).code).toBe('InvalidAuthenticationToken');
  });

  it('for identity instead of access is refused with 401', async () => {
    const { id_token } = await signIn(emulator, emulator.people.ada);
    expect((await fetchGraph(emulator, id_token, LANGUAGES)).status).toBe(401);
  });

  it('of another emulator is refused with 401', async () => {
    const other = await startEmulator({ graphPort: 0, loginPort: 0 });
    const { access_token } = await signIn(other, other.people.ada);
    await other.close();
    expect((await fetchGraph(emulator, access_token, LANGUAGES)).status).toBe(401);
  });

  it('for reading may read and not write', async () => {
    expect((await fetchGraph(emulator, readOnlyToken, LANGUAGES)).status).toBe(200);
    const options = { method: 'POST', body: danish };
    const answer = await fetchGraph(emulator, readOnlyToken, LANGUAGES, options);
    expect(answer.status).toBe(403);
    expect((await readError(answer)).code).toBe('ErrorInsufficientPermissionsInAccessToken');
  });
});

describe('the headers', () => {
  it('echo the id of the client, and the envelope repeats both ids', async () => {
    const clientRequestId = crypto.randomUUID();
    const answer = await graph(`${LANGUAGES}/unknown`, { headers: { 'client-request-id': clientRequestId } });
    expect(answer.headers.get('client-request-id')).toBe(clientRequestId);
    expect((await readError(answer)).innerError).toEqual({
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) as string,
      'request-id': answer.headers.get('request-id'),
      'client-request-id': clientRequestId,
    });
  });

  it('let any page ask, and read Retry-After but not the date', async () => {
    const preflight = await fetch(emulator.graphOrigin + LANGUAGES, {
      method: 'OPTIONS',
      headers: {
        Origin: 'chrome-extension://abc',
        'Access-Control-Request-Method': 'PATCH',
        'Access-Control-Request-Headers': 'authorization,client-request-id,content-type',
      },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('PATCH');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('authorization');
    const exposed = (await graph(LANGUAGES)).headers.get('Access-Control-Expose-Headers');
    expect(exposed).toContain('Retry-After');
    expect(exposed).not.toContain('Date');
    expect(emulator.log.map(({ method }) => method)).toEqual(['OPTIONS', 'GET']);
  });
});
