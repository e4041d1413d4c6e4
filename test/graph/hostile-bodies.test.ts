import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGraph } from '../../src/graph/create-graph';
import { GraphFailure } from '../../src/graph/failure';
import { toKeptName } from '../../src/graph/names';
import { isUsableId } from '../../src/graph/resources';
import type { ProfileLanguage } from '../../src/languages/language';
import { readSnapshot } from '../../src/storage/readers';
import { aSnapshot, someFields } from '../support/builders';
import { fuzzRuns } from '../support/fuzz-runs';
import { recordProof } from '../support/proof';
import { aWireLanguage, CALL, COLLECTION, fakeGraph, REQUEST_ID, respond, respondJson } from './fake-fetch';
import { mutationOf } from './mutations';

const HEADERS = { 'content-type': 'application/json', 'request-id': REQUEST_ID };
const NEXT = `${COLLECTION}?$skiptoken=2`;
const LAST = aWireLanguage({ id: 'last', displayName: 'Welsh', tag: 'cy' });

const word = fc.oneof(fc.constantFrom('nb-NO', '🇳🇴', 'عربي', '"', '\\', '\u2028', '0'), fc.string());
const item = fc
  .record({ id: fc.constantFrom('a', 'b', 'c', 'd'), displayName: word, tag: word, written: word })
  .map(aWireLanguage);
const list = fc
  .tuple(fc.array(item, { maxLength: 4 }), fc.boolean())
  .map(([value, hasNext]) => ({ value, ...(hasNext && { '@odata.nextLink': NEXT }) }));
const mutatedList = list.chain(mutationOf);

/** What the client makes of it: languages, or the failure; anything else fails the test. */
async function endOf<T>(work: Promise<T>): Promise<T | GraphFailure> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GraphFailure) return error;
    throw new Error('It failed with something else', { cause: error });
  }
}

function listThrough(text: string): Promise<ProfileLanguage[] | GraphFailure> {
  const { http } = fakeGraph([
    respond(text, { headers: HEADERS }),
    respondJson({ value: [LAST] }, { url: NEXT }),
  ]);
  return endOf(createGraph(http).listLanguages(CALL));
}

/** The items with an id of a body that was accepted, read once more and much more simply. */
function itemsIn(text: string): Record<string, unknown>[] {
  const body = JSON.parse(text) as { value: unknown[]; '@odata.nextLink'?: unknown };
  const hasNext = typeof body['@odata.nextLink'] === 'string';
  const items = [...body.value, ...(hasNext ? [LAST] : [])];
  return items.filter(
    (each): each is Record<string, unknown> =>
      typeof each === 'object' && each !== null && 'id' in each && isOwnId(each, each.id),
  );
}

const isOwnId = (each: object, id: unknown) =>
  typeof id === 'string' && Object.hasOwn(each, 'id') && isUsableId(id);

/** What a list has that the body has not, and the other way round. */
function differences(text: string, languages: readonly ProfileLanguage[]) {
  const items = itemsIn(text);
  const firsts = new Map(items.toReversed().map((each) => [each['id'], each]));
  const ids = languages.map(({ id }) => id);
  return {
    lost: [...firsts.keys()].filter((id) => !ids.includes(String(id))).length,
    doubled: ids.length - new Set(ids).size,
    overwritten: languages.filter((language) => !isTold(language, firsts.get(language.id))).length,
  };
}

function isTold(language: ProfileLanguage, told: Record<string, unknown> | undefined): boolean {
  if (told === undefined) return false;
  const name = typeof told['displayName'] === 'string' ? toKeptName(told['displayName']) : '';
  const tag = told['tag'];
  const isTag = typeof tag === 'string' && tag !== '' && tag.length <= 64;
  return language.displayName === name && language.tag === (isTag ? tag : null);
}

/** Complete, with nothing of the body's own in it, and taken by the storage as it is. */
function expectPlain(languages: readonly ProfileLanguage[]): void {
  const snapshot = aSnapshot(languages);
  expect(readSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  for (const language of languages) expect(Object.getPrototypeOf(language)).toBe(Object.prototype);
  expect({}).not.toHaveProperty('tag');
}

describe('an answer of Graph that was tampered with', () => {
  it('is refused as a whole, or read as exactly what it says', async () => {
    const count = fuzzRuns(1_000);
    const found = { lost: 0, doubled: 0, overwritten: 0 };
    let accepted = 0;
    await fc
      .assert(
        fc.asyncProperty(mutatedList, async ({ text }) => {
          const languages = await listThrough(text);
          if (languages instanceof GraphFailure) {
            expect(languages).toMatchObject({ code: 'not-graph', cause: undefined });
            return;
          }
          accepted += 1;
          const { lost, doubled, overwritten } = differences(text, languages);
          found.lost += lost;
          found.doubled += doubled;
          found.overwritten += overwritten;
          expect({ lost, doubled, overwritten }).toEqual({ lost: 0, doubled: 0, overwritten: 0 });
          expectPlain(languages);
        }),
        { numRuns: count },
      )
      .finally(() => recordProof({ fault: 'answers of Graph tampered with', count, ...found }));
    expect(accepted).toBeGreaterThan(count / 10); // else the mutations would prove nothing
  });

  it.each([201, 200])('is a language or a failure where it answers a change (%i)', async (status) => {
    await fc.assert(
      fc.asyncProperty(item.chain(mutationOf), async ({ text }) => {
        const graph = createGraph(fakeGraph([respond(text, { status, headers: HEADERS })]).http);
        const work =
          status === 201
            ? graph.createLanguage(CALL, someFields())
            : graph.updateLanguage(CALL, 'a', someFields());
        const language = await endOf(work);
        if (language instanceof GraphFailure) expect(language.code).toBe('not-graph');
        else expect(isTold(language, JSON.parse(text) as Record<string, unknown>)).toBe(true);
      }),
      { numRuns: fuzzRuns(500) },
    );
  });

  it('is a failure with a short code where it refuses', async () => {
    const refusal = { error: { code: 'BadRequest', message: 'x', innerError: { code: 'x', date: 'y' } } };
    const status = fc.integer({ min: 400, max: 599 });
    await fc.assert(
      fc.asyncProperty(status, mutationOf(refusal), fc.string(), async (refused, { text }, wait) => {
        const headers = {
          ...HEADERS,
          'retry-after': encodeURIComponent(wait),
          'www-authenticate': `Bearer ${encodeURI(wait)}`,
        };
        const { http } = fakeGraph([respond(text, { status: refused, headers })]);
        const failure = await endOf(createGraph(http).listLanguages(CALL));
        if (!(failure instanceof GraphFailure)) throw new Error('It did not fail');
        expect(failure).toMatchObject({ status: refused, cause: undefined });
        expect(failure.serviceCode ?? 'none').toMatch(/^[\w-]{1,64}$/);
      }),
      { numRuns: fuzzRuns(1_000) },
    );
  });
});
