import { describe, expect, it } from 'vitest';
import { exchange } from '../../src/graph/exchange';
import {
  readEmptyAnswer,
  readLanguageAnswer,
  readOrganisationAnswer,
  readPageAnswer,
} from '../../src/graph/read-answer';
import {
  CALL,
  COLLECTION,
  GRAPH,
  REQUEST_ID,
  aWireLanguage,
  failureOf,
  fakeGraph,
  respond,
  respondJson,
} from './fake-fetch';

const FOUND = { graphOrigin: GRAPH, status: 200, missing: 'unsupported' } as const;
const GONE = { graphOrigin: GRAPH, status: 204, missing: 'not-found' } as const;
const HEADERS = { 'content-type': 'application/json', 'request-id': REQUEST_ID };
const list = { value: [aWireLanguage()] };

const receive = (response: Response) =>
  exchange(fakeGraph([response]).http, CALL, { method: 'GET', url: COLLECTION });
const readPage = async (response: Response) => readPageAnswer(await receive(response), FOUND);

describe('readPageAnswer', () => {
  it('reads the languages and the link to the next page', async () => {
    const page = await readPage(
      respondJson({ ...list, '@odata.nextLink': 'https://next', '@odata.context': 1 }),
    );
    expect(page.languages.map((language) => language?.tag)).toEqual(['nb-NO']);
    expect(page.nextLink).toBe('https://next');
  });

  it.each([
    ['absent', {}],
    ['null', { '@odata.nextLink': null }],
  ])('ends where the link is %s', async (_, link) => {
    expect(await readPage(respondJson({ ...list, ...link }))).toMatchObject({ nextLink: null });
  });

  it('keeps its place for each item without a usable id', async () => {
    const value = [null, 1, 'x', [], {}, { id: 1 }, { id: '..' }, { id: 'a' }];
    const { languages } = await readPage(respondJson({ value }));
    expect(languages.map((language) => language?.id)).toEqual([...Array<undefined>(7).fill(undefined), 'a']);
  });

  it('is not led astray by __proto__', async () => {
    const text = '{"__proto__":{"polluted":1},"value":[{"__proto__":{"id":"b","polluted":1}},{"id":"a"}]}';
    const { languages } = await readPage(respond(text, { headers: HEADERS }));
    expect(languages.map((language) => language?.id)).toEqual([undefined, 'a']);
    expect(Object.getPrototypeOf(languages[1])).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });

  it.each<[string, Response]>([
    [
      'HTML',
      respond('<html>Sign in to the café</html>', { headers: { ...HEADERS, 'content-type': 'text/html' } }),
    ],
    ['HTML that claims to be JSON', respond('<html>', { headers: HEADERS })],
    ['JSON that claims to be text', respond(JSON.stringify(list), { headers: { 'request-id': REQUEST_ID } })],
    ['JSON lines', respond('{}', { headers: { ...HEADERS, 'content-type': 'application/jsonlines' } })],
    ['an empty body', respond('', { headers: HEADERS })],
    ['truncated JSON', respond('{"value":[{"id":"a"', { headers: HEADERS })],
    ['2 MiB', respond(JSON.stringify({ value: [], x: 'x'.repeat(2 ** 21) }), { headers: HEADERS })],
    ['a hundred thousand brackets', respond('['.repeat(100_000), { headers: HEADERS })],
    ['no list', respondJson({})],
    ['null', respondJson(null)],
    ['an array', respondJson([])],
    ['a list that is none', respondJson({ value: { 0: aWireLanguage() } })],
    ['a link that is none', respondJson({ ...list, '@odata.nextLink': 7 })],
    ['another host', respondJson(list, { url: 'https://evil.example/beta/me/profile/languages' })],
    ['no address', respondJson(list, { url: '' })],
    ['no request id', respond(JSON.stringify(list), { headers: { 'content-type': 'application/json' } })],
    ['a request id that is a text', respondJson(list, { headers: { 'request-id': 'hello there' } })],
    ['another success', respondJson(list, { status: 206 })],
    ['no content', respond(null, { status: 204, headers: HEADERS })],
    ['a redirect', respondJson(list, { status: 302 })],
  ])('does not take %s for an answer of Graph', async (_, response) => {
    const failure = await failureOf(readPage(response));
    expect(failure).toMatchObject({ code: 'not-graph', status: response.status });
    expect(failure.cause).toBeUndefined();
  });

  it('reads a refusal as what it says', async () => {
    expect(await failureOf(readPage(respondJson({}, { status: 404 })))).toMatchObject({
      code: 'unsupported',
    });
  });

  it('believes nothing that another host answers', async () => {
    const response = respondJson({}, { status: 429, url: 'https://evil.example/' });
    expect(await failureOf(readPage(response))).toMatchObject({ code: 'not-graph' });
  });
});

describe('readLanguageAnswer', () => {
  it('reads the language', async () => {
    const answer = await receive(respondJson(aWireLanguage(), { status: 201 }));
    expect(readLanguageAnswer(answer, { ...FOUND, status: 201 }).tag).toBe('nb-NO');
  });

  it.each<[string, unknown]>([
    ['without an id', { displayName: 'Welsh' }],
    ['that is a list', { value: [aWireLanguage()] }],
    ['that is null', null],
  ])('does not take a language %s', async (_, body) => {
    const read = receive(respondJson(body)).then((answer) => readLanguageAnswer(answer, FOUND));
    expect(await failureOf(read)).toMatchObject({ code: 'not-graph', requestId: REQUEST_ID });
  });
});

describe('readEmptyAnswer', () => {
  it('is content with 204 and a request id', async () => {
    const answer = await receive(respond(null, { status: 204, headers: { 'request-id': REQUEST_ID } }));
    expect(() => {
      readEmptyAnswer(answer, GONE);
    }).not.toThrow();
  });

  it.each<[string, Response]>([
    ['without a request id', respond(null, { status: 204 })],
    ['of a portal', respond('<html>', { status: 200, headers: { 'content-type': 'text/html' } })],
  ])('is not content with a success %s', async (_, response) => {
    const read = receive(response).then((answer) => {
      readEmptyAnswer(answer, GONE);
    });
    expect(await failureOf(read)).toMatchObject({ code: 'not-graph' });
  });
});

describe('readOrganisationAnswer', () => {
  it.each<[unknown, string | null]>([
    [{ '@odata.context': 'x', companyName: 'Contoso' }, 'Contoso'],
    [{ companyName: '' }, null],
    [{ companyName: null }, null],
    [{ companyName: 7 }, null],
    [{}, null],
    [{ companyName: 'x'.repeat(300) }, `${'x'.repeat(257)}…`],
  ])('of %j', async (body, expected) => {
    expect(readOrganisationAnswer(await receive(respondJson(body)), FOUND)).toBe(expected);
  });
});
