import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GraphFailure } from '../../src/graph/failure';
import { isLanguagesPage, languageUrl } from '../../src/graph/resources';
import { COLLECTION, GRAPH } from './fake-fetch';

describe('languageUrl', () => {
  it.each([
    ['0fb4c1e3-c1e3-0fb4', '/0fb4c1e3-c1e3-0fb4'],
    ['?x', '/%3Fx'],
    ['#', '/%23'],
    ['a b', '/a%20b'],
    // Encoded once more, so that it stays a name.
    ['%2e%2e', '/%252e%252e'],
    ['...', '/...'],
    ['..\n', '/..%0A'],
    ["('x')", "/('x')"],
    ['日本', '/%E6%97%A5%E6%9C%AC'],
  ])('names one language by %j', (id, end) => {
    expect(languageUrl(GRAPH, id)).toBe(COLLECTION + end);
  });

  it.each([
    '',
    '.',
    '..',
    'a/../../',
    '../..',
    '/',
    'a\\..\\..',
    '$ref',
    '$count',
    '\uD800',
    'x'.repeat(257),
  ])('refuses %j', (id) => {
    expect(() => languageUrl(GRAPH, id)).toThrow(GraphFailure);
    expect(() => languageUrl(GRAPH, id)).toThrow('refused');
  });

  it('leads to exactly one language or nowhere, whatever the id', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('.', '/', '\\', '%', '2', 'e', 'f', '?', '#', '\t', '$', '@', ':'),
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (id) => {
        let url: URL;
        try {
          url = new URL(languageUrl(GRAPH, id));
        } catch (error) {
          return error instanceof GraphFailure;
        }
        const [last = '', ...before] = url.pathname.split('/').reverse();
        const collection = url.origin + before.reverse().join('/');
        return collection === COLLECTION && decodeURIComponent(last) === id && url.search + url.hash === '';
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('isLanguagesPage', () => {
  it.each([
    [COLLECTION, true],
    [`${COLLECTION}?$skip=10`, true],
    [`${COLLECTION}/`, false],
    [`${COLLECTION}/some-id`, false],
    [`${COLLECTION}s?$skip=10`, false],
    [`${GRAPH}/beta/me/profile?$expand=languages`, false],
    [`${COLLECTION}/../?$skip=10`, false],
    [`${GRAPH}/v1.0/me/profile/languages`, false],
    [`${GRAPH}/beta/users/48d31887-5fad/profile/languages?$skip=10`, true],
    [`${GRAPH}/beta/users('48d31887-5fad')/profile/languages`, true],
    [`${GRAPH}/beta/users/48d31887-5fad/manager/profile/languages`, false],
    [`${GRAPH}/beta/users/48d31887-5fad/profile`, false],
    ['https://evil.example/beta/me/profile/languages', false],
    ['http://graph.example/beta/me/profile/languages', false],
    ['https://graph.example:8443/beta/me/profile/languages', false],
    ['https://graph.example@evil.example/beta/me/profile/languages', false],
    // The same host, but fetch refuses an address with a name in it.
    ['https://me:pw@graph.example/beta/me/profile/languages', false],
    ['/beta/me/profile/languages?$skip=10', false],
    ['', false],
  ])('of %s is %s', (link, expected) => {
    expect(isLanguagesPage(GRAPH, link)).toBe(expected);
  });
});
