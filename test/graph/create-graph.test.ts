import { describe, expect, it } from 'vitest';
import { createGraph } from '../../src/graph/create-graph';
import type { Graph } from '../../src/graph/graph';
import type { LanguageFields } from '../../src/languages/language';
import {
  CALL,
  COLLECTION,
  GRAPH,
  REQUEST_ID,
  TOKEN,
  aWireLanguage,
  failureOf,
  fakeGraph,
  respond,
  respondJson,
} from './fake-fetch';

const ID = '0fb4c1e3-c1e3-0fb4-e3c1-b40fe3c1b40f';
const FIELDS: LanguageFields = {
  displayName: 'Norwegian Bokmål',
  tag: 'nb-NO',
  proficiency: null,
  spoken: 'nativeOrBilingual',
  written: null,
  reading: 'superb',
  audience: 'organization',
};

/** A client, and what it sent as "METHOD address body". */
function aGraph(...answers: (Response | Error | 'silence')[]) {
  const { http, sent } = fakeGraph(answers);
  const lines = () =>
    sent.map(
      ({ url, init }) => `${init.method} ${url}${typeof init.body === 'string' ? ` ${init.body}` : ''}`,
    );
  return { graph: createGraph(http), lines };
}

const everyCall: [string, (graph: Graph) => Promise<unknown>][] = [
  ['listLanguages', (graph) => graph.listLanguages(CALL)],
  ['createLanguage', (graph) => graph.createLanguage(CALL, FIELDS)],
  ['updateLanguage', (graph) => graph.updateLanguage(CALL, ID, { spoken: 'elementary' })],
  ['removeLanguage', (graph) => graph.removeLanguage(CALL, ID)],
  ['readOrganisation', (graph) => graph.readOrganisation(CALL)],
];

describe('createGraph', () => {
  it('lists every page', async () => {
    const next = `${COLLECTION}?$skip=1`;
    const { graph, lines } = aGraph(
      respondJson({ value: [aWireLanguage({ id: 'a' })], '@odata.nextLink': next }),
      respondJson({ value: [aWireLanguage({ id: 'b' })] }, { url: next }),
    );
    expect((await graph.listLanguages(CALL)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(lines()).toEqual([`GET ${COLLECTION}`, `GET ${next}`]);
  });

  it('gives no half of a list where the second page fails', async () => {
    const { graph } = aGraph(
      respondJson({ value: [aWireLanguage()], '@odata.nextLink': `${COLLECTION}?$skip=1` }),
      respondJson({}, { status: 503 }),
    );
    expect(await failureOf(graph.listLanguages(CALL))).toMatchObject({ code: 'unavailable' });
  });

  it('creates from every field that is not null and that the service knows', async () => {
    const { graph, lines } = aGraph(respondJson(aWireLanguage(), { status: 201 }));
    expect(await graph.createLanguage(CALL, FIELDS)).toMatchObject({ id: ID, tag: 'nb-NO' });
    const body =
      '{"displayName":"Norwegian Bokmål","tag":"nb-NO","spoken":"nativeOrBilingual","allowedAudiences":"organization"}';
    expect(lines()).toEqual([`POST ${COLLECTION} ${body}`]);
  });

  it('changes exactly the given fields', async () => {
    const { graph, lines } = aGraph(respondJson(aWireLanguage({ spoken: 'elementary' })));
    const changed = await graph.updateLanguage(CALL, ID, { spoken: 'elementary', written: null });
    expect(changed.spoken).toBe('elementary');
    expect(lines()).toEqual([`PATCH ${COLLECTION}/${ID} {"spoken":"elementary","written":null}`]);
  });

  it('refuses a change of which nothing can be written, without a request', async () => {
    const { graph, lines } = aGraph();
    const failure = await failureOf(graph.updateLanguage(CALL, ID, { spoken: 'superb' }));
    expect(failure).toMatchObject({ code: 'refused', status: null });
    expect(lines()).toEqual([]);
  });

  it('removes one', async () => {
    const { graph, lines } = aGraph(respond(null, { status: 204, headers: { 'request-id': REQUEST_ID } }));
    await expect(graph.removeLanguage(CALL, ID)).resolves.toBeUndefined();
    expect(lines()).toEqual([`DELETE ${COLLECTION}/${ID}`]);
  });

  it("reads the organisation's name", async () => {
    const { graph, lines } = aGraph(respondJson({ companyName: 'Contoso' }));
    await expect(graph.readOrganisation(CALL)).resolves.toBe('Contoso');
    expect(lines()).toEqual([`GET ${GRAPH}/beta/me?$select=companyName`]);
  });

  it.each([
    ['listLanguages', 'unsupported'],
    ['createLanguage', 'unsupported'],
    ['updateLanguage', 'not-found'],
    ['removeLanguage', 'not-found'],
    ['readOrganisation', 'unsupported'],
  ])('tells by a 404 to %s: %s', async (name, code) => {
    const { graph } = aGraph(respondJson({}, { status: 404 }));
    const call = everyCall.find(([own]) => own === name)?.[1];
    expect(await failureOf(call?.(graph) ?? Promise.resolve())).toMatchObject({ code, status: 404 });
  });

  it.each(['', '.', '..', 'a/../../', '..\\..', '$ref', '\uDC00'])('cannot reach past %j', async (id) => {
    const { graph, lines } = aGraph();
    expect(await failureOf(graph.removeLanguage(CALL, id))).toMatchObject({ code: 'refused', status: null });
    const update = graph.updateLanguage(CALL, id, { spoken: 'elementary' });
    expect(await failureOf(update)).toMatchObject({ code: 'refused', status: null });
    expect(lines()).toEqual([]);
  });

  describe.each(everyCall)('%s', (_, call) => {
    it.each<[string, () => Response | Error]>([
      ['a network error', () => new TypeError('Failed to fetch')],
      ['HTML', () => respond('<html>', { headers: { 'content-type': 'text/html' } })],
      ['an empty 200', () => respond('')],
      [
        'a refusal that echoes the token',
        () => respondJson({ error: { code: TOKEN, message: TOKEN } }, { status: 400 }),
      ],
      [
        'a text that echoes the token',
        () => respond(TOKEN, { headers: { 'content-type': 'application/json', 'request-id': REQUEST_ID } }),
      ],
      [
        'a 401',
        () => respondJson({}, { status: 401, headers: { 'www-authenticate': `Bearer realm="${TOKEN}"` } }),
      ],
    ])('fails with a GraphFailure without the token on %s', async (__, answer) => {
      const failure = await failureOf(call(aGraph(answer()).graph));
      const shown = [JSON.stringify(failure), String(failure), failure.stack, String(failure.cause)].join();
      expect(shown).not.toContain(TOKEN);
    });
  });
});
