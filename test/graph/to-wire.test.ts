import { describe, expect, it } from 'vitest';
import type { LanguageFields } from '../../src/languages/language';
import { toKeptName } from '../../src/graph/names';
import { toWire, type WireFields } from '../../src/graph/to-wire';

describe('toWire', () => {
  it.each<[string, Partial<LanguageFields>, WireFields]>([
    [
      "gives every field the service's name",
      {
        displayName: 'Welsh',
        tag: 'cy',
        proficiency: 'elementary',
        spoken: 'conversational',
        written: 'limitedWorking',
        reading: 'professionalWorking',
        audience: 'organization',
      },
      {
        displayName: 'Welsh',
        tag: 'cy',
        proficiency: 'elementary',
        spoken: 'conversational',
        written: 'limitedWorking',
        reading: 'professionalWorking',
        allowedAudiences: 'organization',
      },
    ],
    ['says that a guess was right', { isVerified: true }, { inference: { userHasVerifiedAccuracy: true } }],
    ['writes only what is given', { spoken: 'elementary' }, { spoken: 'elementary' }],
    [
      'writes null to clear a field',
      { tag: null, spoken: null, audience: null },
      { tag: null, spoken: null, allowedAudiences: null },
    ],
    ['leaves out a level of later', { spoken: 'superb', written: 'elementary' }, { written: 'elementary' }],
    ['leaves out the placeholder for one', { spoken: 'unknownFutureValue' }, {}],
    ['leaves out an audience of later', { audience: 'me,neighbours' }, {}],
    [
      'leaves out a name of which it has only the beginning',
      { displayName: toKeptName('x'.repeat(300)), tag: 'cy' },
      { tag: 'cy' },
    ],
    ['writes nothing of nothing', {}, {}],
  ])('%s', (_, fields, wire) => {
    expect(toWire(fields)).toEqual(wire);
  });

  it('writes nothing else that an object may carry', () => {
    const language = { displayName: 'Welsh', id: 'x', source: 'user', isEditable: true };
    expect(toWire(language)).toEqual({ displayName: 'Welsh' });
  });
});
