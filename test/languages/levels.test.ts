import { describe, expect, it } from 'vitest';
import { cefrHint, isLevel, levelOrdinal, LEVELS } from '../../src/languages/levels';

describe('levels', () => {
  it.each([
    ['elementary', 0, 'A2'],
    ['conversational', 1, 'B1'],
    ['limitedWorking', 2, 'B2'],
    ['professionalWorking', 3, 'C1'],
    ['fullProfessional', 4, 'C2'],
    ['nativeOrBilingual', 5, null],
  ] as const)('puts %s at %i, beside %s', (level, ordinal, cefr) => {
    expect(LEVELS[ordinal]).toBe(level);
    expect(levelOrdinal(level)).toBe(ordinal);
    expect(cefrHint(level)).toBe(cefr);
  });

  it.each(['', 'Elementary', 'unknownFutureValue', 'toString', null, 3])('does not know %j', (word) => {
    expect(isLevel(word)).toBe(false);
  });

  it('knows every word of its own list', () => {
    expect(LEVELS.every(isLevel)).toBe(true);
    expect(LEVELS).toHaveLength(6);
  });
});
