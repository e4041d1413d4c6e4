import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from './emulator';
import { fetchGraph, LANGUAGES, readEntity, readList, type GraphFetchOptions } from './fetch-graph';
import { signIn } from './fetch-browser';
import { seedId } from './seed';

let emulator: Emulator;
let token: string;

beforeAll(async () => {
  emulator = await startEmulator({ graphPort: 0, loginPort: 0 });
  token = (await signIn(emulator, emulator.people.ada)).access_token;
});
afterEach(() => {
  emulator.reset();
});
afterAll(() => emulator.close());

const german = seedId(3);
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
