import { describe, expect, it } from 'vitest';
import { listPages } from '../../src/graph/list-pages';
import type { Page } from '../../src/graph/read-answer';
import { readLanguage } from '../../src/graph/wire';
import { COLLECTION, GRAPH, aWireLanguage, failureOf } from './fake-fetch';

/** The pages by address, and a record of which were asked for. */
function pagesOf(pages: Record<string, { ids: string[]; next?: string }>) {
  const asked: string[] = [];
  const readPage = (url: string): Promise<Page> => {
    asked.push(url);
    const page = pages[url];
    if (!page) return Promise.reject(new Error(`No page ${url}`));
    const languages = page.ids.map((id) => readLanguage(aWireLanguage({ id, displayName: url })));
    return Promise.resolve({ languages, nextLink: page.next ?? null });
  };
  return { asked, readPage };
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`);
const page = (number: number) => (number === 0 ? COLLECTION : `${COLLECTION}?$skip=${number}`);
/** A chain of pages, each with these ids. */
const chain = (length: number, ids: (number: number) => string[]) =>
  Object.fromEntries(
    Array.from({ length }, (_, number) => [
      page(number),
      { ids: ids(number), ...(number < length - 1 && { next: page(number + 1) }) },
    ]),
  );

describe('listPages', () => {
  it('follows the links as they are and keeps the order, over an empty page too', async () => {
    const next = `${COLLECTION}?%24skiptoken=a%2Fb`;
    const { asked, readPage } = pagesOf({
      [COLLECTION]: { ids: ['b', 'a'], next },
      [next]: { ids: [], next: page(3) },
      [page(3)]: { ids: ['c'] },
    });
    const languages = await listPages(GRAPH, readPage);
    expect(languages.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(asked).toEqual([COLLECTION, next, page(3)]);
  });

  it('keeps the first of two languages with the same id', async () => {
    const { readPage } = pagesOf({
      [COLLECTION]: { ids: ['a', 'a'], next: page(1) },
      [page(1)]: { ids: ['a', 'b'] },
    });
    const languages = await listPages(GRAPH, readPage);
    expect(languages.map(({ id, displayName }) => [id, displayName])).toEqual([
      ['a', COLLECTION],
      ['b', page(1)],
    ]);
  });

  it('leaves out a language without a usable id, not the list', async () => {
    const { readPage } = pagesOf({ [COLLECTION]: { ids: ['..', 'a'] } });
    expect((await listPages(GRAPH, readPage)).map(({ id }) => id)).toEqual(['a']);
  });

  it.each([
    ['to itself', COLLECTION],
    ['to another host', 'https://evil.example/beta/me/profile/languages'],
    ['to another path', `${GRAPH}/beta/me/messages`],
    ['to one language', `${COLLECTION}/a`],
  ])('does not follow a link %s', async (_, next) => {
    const { asked, readPage } = pagesOf({ [COLLECTION]: { ids: ['a'], next } });
    expect(await failureOf(listPages(GRAPH, readPage))).toMatchObject({ code: 'not-graph' });
    expect(asked).toEqual([COLLECTION]);
  });

  it('does not walk in circles', async () => {
    const { asked, readPage } = pagesOf({
      [COLLECTION]: { ids: ['a'], next: page(1) },
      [page(1)]: { ids: ['b'], next: page(2) },
      [page(2)]: { ids: ['c'], next: page(1) },
    });
    expect(await failureOf(listPages(GRAPH, readPage))).toMatchObject({ code: 'not-graph' });
    expect(asked).toHaveLength(3);
  });

  it('reads 20 pages and no 21st', async () => {
    const twenty = pagesOf(chain(20, (number) => [`id-${number}`]));
    await expect(listPages(GRAPH, twenty.readPage)).resolves.toHaveLength(20);
    const more = pagesOf(chain(21, (number) => [`id-${number}`]));
    expect(await failureOf(listPages(GRAPH, more.readPage))).toMatchObject({ code: 'not-graph' });
    expect(more.asked).toHaveLength(20);
  });

  it('reads 500 items and no 501st, the same ones included', async () => {
    await expect(
      listPages(GRAPH, pagesOf({ [COLLECTION]: { ids: numbered(500) } }).readPage),
    ).resolves.toHaveLength(500);
    for (const ids of [numbered(501), Array.from({ length: 501 }, () => 'same')]) {
      const { readPage } = pagesOf({ [COLLECTION]: { ids } });
      expect(await failureOf(listPages(GRAPH, readPage))).toMatchObject({ code: 'not-graph' });
    }
  });

  it('keeps 500 ordinary languages, and refuses a list that would not fit into the storage', async () => {
    const listOf = (fields: object) => {
      const languages = numbered(500).map((id) => readLanguage(aWireLanguage({ id, ...fields })));
      return listPages(GRAPH, () => Promise.resolve({ languages, nextLink: null }));
    };
    await expect(listOf({})).resolves.toHaveLength(500);
    // Within every other limit, and 500 of them are 400 KB.
    for (const fields of [{ displayName: 'x'.repeat(500) }, { displayName: '語'.repeat(180) }]) {
      expect(await failureOf(listOf(fields))).toMatchObject({ code: 'not-graph' });
    }
  });
});
