import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from './emulator';
import {
  fetchGraph,
  LANGUAGES,
  readEntity,
  readError,
  readList,
  type GraphFetchOptions,
} from './fetch-graph';
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
afterEach(() => {
  emulator.reset();
});
afterAll(() => emulator.close());

const german = seedId(3);
const managed = seedId(5);
const danish = { displayName: 'Danish', tag: 'da-DK', spoken: 'elementary' };
const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/;

function graph(path: string, options?: GraphFetchOptions): Promise<Response> {
  return fetchGraph(emulator, token, path, options);
}

describe('reading', () => {
  it('lists the whole profile, oldest first, with annotations that clients have to ignore', async () => {
    const body = await readList(await graph(LANGUAGES));
    expect(body['@odata.context']).toBe(
      `${emulator.graphOrigin}/beta/$metadata#users('${emulator.people.ada.objectId}')/profile/languages`,
    );
    expect(body).toHaveProperty(['@microsoft.graph.tips']);
    expect(body['@odata.nextLink']).toBeUndefined();
    expect(body.value.map(({ displayName }) => displayName)).toEqual([
      'English (United States)',
      'Welsh',
      'Norwegian',
      'English',
      'Norwegian Bokmål',
      'German',
      'Japanese',
      'Danish',
    ]);
  });

  it('shows everybody their own profile only', async () => {
    const { access_token } = await signIn(emulator, emulator.people.chen);
    const { value } = await readList(await fetchGraph(emulator, access_token, LANGUAGES));
    expect(value.map(({ tag }) => tag)).toEqual(['zh-CN']);
  });

  it('gives one language with every property, also those that are null', async () => {
    expect(await readEntity(await graph(`${LANGUAGES}/${seedId(7)}`))).toEqual({
      '@odata.context': expect.stringMatching(/\/languages\/\$entity$/) as string,
      id: seedId(7),
      displayName: 'Welsh',
      tag: 'cy-GB',
      proficiency: 'elementary',
      spoken: null,
      written: null,
      reading: null,
      thumbnailUrl: null,
      allowedAudiences: 'organization',
      createdBy: {
        application: null,
        device: null,
        user: { displayName: 'Ada Lindqvist', id: emulator.people.ada.objectId },
      },
      createdDateTime: '2020-07-06T08:15:42.2294868Z',
      inference: null,
      isSearchable: false,
      lastModifiedBy: expect.objectContaining({ application: null }) as object,
      lastModifiedDateTime: '2020-07-06T08:15:42.2294868Z',
      source: { type: ['User'] },
      sources: [{ isDefaultSource: true, properties: [], sourceId: '46a57efc-33f8-4eec-a512-b90039ad6187' }],
    });
  });

  it('tells who is signed in, and of that only what was selected', async () => {
    const { objectId } = emulator.people.ada;
    expect(await readEntity(await graph('/beta/me'))).toEqual({
      '@odata.context': `${emulator.graphOrigin}/beta/$metadata#users/$entity`,
      id: objectId,
      displayName: 'Ada Lindqvist',
      userPrincipalName: 'ada@contoso.example',
      companyName: 'Contoso',
    });
    expect(await (await graph('/beta/me?$select=companyName')).json()).toEqual({
      '@odata.context': `${emulator.graphOrigin}/beta/$metadata#users(companyName)/$entity`,
      companyName: 'Contoso',
    });
  });

  it('honours $select, $top and $skip, and leaves the tips out then', async () => {
    const answer = await graph(`${LANGUAGES}?$select=id,tag&$top=2&$skip=1`);
    expect(await answer.json()).toEqual({
      '@odata.context': expect.any(String) as string,
      value: [
        { id: seedId(7), tag: 'cy-GB' },
        { id: seedId(8), tag: 'no-NB' },
      ],
    });
  });
});

describe('creating', () => {
  it('answers 201 with the stored language and its address', async () => {
    const answer = await graph(LANGUAGES, { method: 'POST', body: danish });
    const created = await readEntity(answer);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Location')).toBe(`${emulator.graphOrigin}${LANGUAGES}/${created.id}`);
    expect(created).toMatchObject({
      ...danish,
      written: null,
      isSearchable: false,
      createdDateTime: expect.stringMatching(timestamp) as string,
      source: { type: ['User'] },
    });
    expect(emulator.profileOf(emulator.people.ada).at(-1)?.id).toBe(created.id);
  });

  it.each([
    [undefined, 'organization'],
    [null, 'organization'],
    ['me', 'me'],
    ['organization', 'organization'],
    // `me` is the zero of the flags: beside another one it says nothing.
    ['me, organization', 'organization'],
    ['everyone,family', 'family,everyone'],
  ])('stores the audience %s as %s', async (allowedAudiences, stored) => {
    const body = { ...danish, ...(allowedAudiences !== undefined && { allowedAudiences }) };
    expect(await readEntity(await graph(LANGUAGES, { method: 'POST', body }))).toHaveProperty(
      'allowedAudiences',
      stored,
    );
  });

  it('lets the same language be there twice', async () => {
    await graph(LANGUAGES, { method: 'POST', body: danish });
    await graph(LANGUAGES, { method: 'POST', body: danish });
    const tags = emulator.profileOf(emulator.people.ada).map(({ tag }) => tag);
    expect(tags.filter((tag) => tag === 'da-DK')).toHaveLength(3);
  });
});

describe('changing', () => {
  it('keeps what was left out, and notes who changed it when', async () => {
    const before = emulator.profileOf(emulator.people.ada).find(({ id }) => id === german);
    const answer = await graph(`${LANGUAGES}/${german}`, { method: 'PATCH', body: { spoken: null } });
    expect(answer.status).toBe(200);
    const changed = await readEntity(answer);
    expect(changed).toEqual({
      '@odata.context': expect.any(String) as string,
      ...before,
      spoken: null,
      lastModifiedDateTime: expect.stringMatching(timestamp) as string,
    });
    expect(changed['lastModifiedDateTime']).not.toBe(before?.lastModifiedDateTime);
  });

  it('makes an inferred language the own one of the person who confirms it', async () => {
    const answer = await graph(`${LANGUAGES}/${seedId(6)}`, {
      method: 'PATCH',
      body: { inference: { userHasVerifiedAccuracy: true } },
    });
    expect(await readEntity(answer)).toMatchObject({
      inference: { confidenceScore: 0.8, userHasVerifiedAccuracy: true },
      source: { type: ['User'] },
    });
  });

  it('removes with 204 and nothing else, once', async () => {
    const answer = await graph(`${LANGUAGES}/${german}`, { method: 'DELETE' });
    expect(answer.status).toBe(204);
    expect(await answer.text()).toBe('');
    expect((await graph(`${LANGUAGES}/${german}`, { method: 'DELETE' })).status).toBe(404);
  });
});

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
