import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWholeName, toKeptName } from '../../src/graph/names';

const x = (count: number) => 'x'.repeat(count);

describe('a name', () => {
  it.each([
    ['that is short', 'Welsh', 'Welsh', true],
    ['that is as long as is kept', x(256), x(256), true],
    ['that is longer', x(257), `${x(257)}…`, false],
    ['that is a novel', x(100_000), `${x(257)}…`, false],
    ['that would be cut inside a character', `${x(256)}😀`, `${x(256)}…`, false],
  ])('%s is kept, and known to be whole or not', (_, whole, kept, isWhole) => {
    expect(toKeptName(whole)).toBe(kept);
    expect(isWholeName(kept)).toBe(isWhole);
  });

  it('is never taken for whole where it was cut', () => {
    const name = fc.string({
      unit: fc.constantFrom('x', '語', '😀', '\ud83d', '…'),
      minLength: 200,
      maxLength: 300,
    });
    fc.assert(
      fc.property(name, (whole) => {
        expect(isWholeName(toKeptName(whole))).toBe(whole.length <= 256);
      }),
      { numRuns: 1_000 },
    );
  });
});
