import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAuthChallenges } from '../../src/graph/auth-challenges';
import { fuzzRuns } from '../support/fuzz-runs';

/** Schemes with their parameters, short enough for a table. */
const read = (header: string) =>
  readAuthChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

describe('readAuthChallenges', () => {
  it.each<[string, string, unknown[]]>([
    ['a scheme alone', 'Negotiate', [['negotiate', {}]]],
    ['an unnamed value', 'Negotiate YIIab+/==', [['negotiate', {}]]],
    ['parameters in any order', 'Bearer b="2", a="1"', [['bearer', { b: '2', a: '1' }]]],
    ['names in any case', 'BEARER Realm="x"', [['bearer', { realm: 'x' }]]],
    ['commas in quotes', 'Bearer a="1, Basic b=2", c="3"', [['bearer', { a: '1, Basic b=2', c: '3' }]]],
    [
      'escapes in quotes',
      String.raw`Bearer a="say \"hi\" \\ \n"`,
      [['bearer', { a: String.raw`say "hi" \ n` }]],
    ],
    ['empty quotes', 'Bearer realm="", a="1"', [['bearer', { realm: '', a: '1' }]]],
    ['plain values', 'Bearer a=1,b=2', [['bearer', { a: '1', b: '2' }]]],
    ['base64 without quotes', 'Bearer claims=eyJ9==, b=2', [['bearer', { claims: 'eyJ9==', b: '2' }]]],
    ['blanks around the sign', 'Bearer a = "1" , b= 2', [['bearer', { a: '1', b: '2' }]]],
    ['empty list elements', ', Bearer a=1,, ,b=2,', [['bearer', { a: '1', b: '2' }]]],
    ['the first of two', 'Bearer a=1, a=2', [['bearer', { a: '1' }]]],
    [
      'several challenges',
      'Basic realm="x", Negotiate abc=, Bearer a="1", b="2", Digest c=3',
      [
        ['basic', { realm: 'x' }],
        ['negotiate', {}],
        ['bearer', { a: '1', b: '2' }],
        ['digest', { c: '3' }],
      ],
    ],
    [
      'challenges on lines of their own',
      'Negotiate abc=\nBearer a="1"\nBasic',
      [
        ['negotiate', {}],
        ['bearer', { a: '1' }],
        ['basic', {}],
      ],
    ],
    ['names of the prototype', 'Bearer __proto__=1', [['bearer', Object.fromEntries([['__proto__', '1']])]]],
    ['what comes before an open quote', 'Bearer a="1", b="2', [['bearer', { a: '1' }]]],
    ['nothing from a lone parameter', 'a="1"', []],
    ['nothing from nothing', '', []],
    ['nothing from noise', '="', []],
  ])('reads %s', (_, header, expected) => {
    expect(read(header)).toEqual(expected);
  });

  it('reads back whatever was quoted, between other challenges', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const quoted = value.replace(/["\\]/g, String.raw`\$&`);
        const header = `Basic realm="x", Bearer error="y", claims="${quoted}", Digest z=1`;
        const bearer = readAuthChallenges(header).find(({ scheme }) => scheme === 'bearer');
        expect(bearer?.parameters.get('claims')).toBe(value);
      }),
      { numRuns: fuzzRuns(1_000) },
    );
  });

  it('ends on any text', () => {
    const noise = fc.string({
      unit: fc.constantFrom('B', ' ', ',', '=', '"', '\\', '\n', '%'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(noise, (header) => Array.isArray(readAuthChallenges(header))),
      { numRuns: fuzzRuns(1_000) },
    );
  });

  it('is quick on long text', () => {
    for (const header of [
      `Bearer a="${'\\"'.repeat(50_000)}`,
      `Bearer${' '.repeat(100_000)}x`,
      'a '.repeat(50_000),
    ]) {
      const startMs = performance.now();
      readAuthChallenges(header);
      expect(performance.now() - startMs).toBeLessThan(1_000);
    }
  });
});
