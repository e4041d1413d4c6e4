import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuesNearly } from '../../src/languages/typo';

describe('continuesNearly', () => {
  it.each([
    ['german', 'german'],
    ['germn', 'german'],
    ['germaan', 'german'],
    ['gernan', 'german'],
    ['geramn', 'german'],
    ['egrman', 'german'],
    ['xerman', 'german'],
    ['germ', 'german sign language'],
    ['germx', 'german'],
  ])('takes %s for the beginning of %s', (query, text) => {
    expect(continuesNearly(text, 0, query)).toBe(true);
  });

  it.each([
    ['gemran s', 'german'],
    ['gremna', 'german'],
    ['grmn', 'german'],
    ['dutch', 'german'],
  ])('does not take %s for %s', (query, text) => {
    expect(continuesNearly(text, 0, query)).toBe(false);
  });

  it('agrees with the edit distance to every beginning of the text', () => {
    const word = fc.stringMatching(/^[ab]{1,6}$/);
    fc.assert(
      fc.property(fc.nat(2), word, word, (offset, text, query) => {
        const beginnings = Array.from({ length: text.length + 1 }, (_, end) => text.slice(0, end));
        const isNear = beginnings.some((beginning) => distance(beginning, query) <= 1);

        expect(continuesNearly('x'.repeat(offset) + text, offset, query)).toBe(isNear);
      }),
    );
  });
});

/** Optimal string alignment, by its definition: slow and plain. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const isSwapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    distance(a.slice(0, -1), b) + 1,
    distance(a, b.slice(0, -1)) + 1,
    distance(a.slice(0, -1), b.slice(0, -1)) + same,
    isSwapped ? distance(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
  );
}
