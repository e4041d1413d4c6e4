import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '../../src/languages/fields';
import { merge } from '../../src/outbox/merge';
import { someFields } from '../support/builders';

const base = someFields({ spoken: 'elementary', reading: 'elementary' });

describe('merge', () => {
  it.each([
    ['sends what only we changed', { spoken: 'conversational' }, {}, { spoken: 'conversational' }, false],
    [
      'keeps what only they changed',
      { spoken: 'conversational' },
      { reading: 'fullProfessional' },
      { spoken: 'conversational' },
      false,
    ],
    [
      'sends nothing where both want the same',
      { spoken: 'conversational' },
      { spoken: 'conversational' },
      {},
      false,
    ],
    [
      'asks where both want something else',
      { spoken: 'conversational' },
      { spoken: 'fullProfessional' },
      { spoken: 'conversational' },
      true,
    ],
    [
      'asks for one field although another merges',
      { spoken: 'conversational', audience: 'me' },
      { spoken: 'fullProfessional' },
      { spoken: 'conversational', audience: 'me' },
      true,
    ],
  ])('%s', (_, changes, theirs, sent, isClash) => {
    expect(merge(base, changes, { ...base, ...theirs })).toEqual({ changes: sent, isClash });
  });

  it('never sends a field that the person did not change, and never asks without a third value', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    const fields = fc.record({ spoken: value, reading: value, audience: value });
    fc.assert(
      fc.property(
        fields,
        fc.record({ spoken: value, reading: value }, { requiredKeys: [] }),
        fields,
        (b, changes, t) => {
          const result = merge({ ...base, ...b }, changes, { ...base, ...t });
          expect(Object.keys(changes)).toEqual(expect.arrayContaining(Object.keys(result.changes)));
          const thirds = FIELD_NAMES.filter((name) => {
            const [mine, was, is] = [
              { ...changes }[name as 'spoken'],
              { ...base, ...b }[name],
              { ...base, ...t }[name],
            ];
            return mine !== undefined && mine !== is && was !== is;
          });
          expect(result.isClash).toBe(thirds.length > 0);
        },
      ),
    );
  });

  it('says nothing about a guess that Microsoft took back, and confirms one that is still there', () => {
    const guessed = { ...base, isVerified: false };
    expect(merge(guessed, { isVerified: true }, base)).toEqual({ changes: {}, isClash: false });
    expect(merge(guessed, { isVerified: true }, guessed)).toEqual({
      changes: { isVerified: true },
      isClash: false,
    });
  });
});
