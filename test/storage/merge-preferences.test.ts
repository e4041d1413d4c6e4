import { describe, expect, it } from 'vitest';
import { chosenAtMs, mergePreferences } from '../../src/storage/merge-preferences';
import { NO_PREFERENCES, type Preferences, type PutAside } from '../../src/storage/preferences';

const aside = (question: string, atMs: number): PutAside => ({ question, isAside: true, atMs });
const askedAgain = (question: string, atMs: number): PutAside => ({ question, isAside: false, atMs });
const withAside = (...putAside: PutAside[]): Preferences => ({ ...NO_PREFERENCES, putAside });

describe('mergePreferences', () => {
  it('takes order and places from the one, the contact from the other, as each was chosen later', () => {
    const one = {
      ...NO_PREFERENCES,
      order: 'hand',
      places: ['w', 'g'],
      placedAtMs: 9,
      contactAtMs: 1,
    } as const;
    const other = { ...NO_PREFERENCES, order: 'name', placedAtMs: 3, contact: 'g', contactAtMs: 2 } as const;
    const both = { ...one, contact: 'g', contactAtMs: 2 };
    expect(mergePreferences(one, other)).toEqual(both);
    expect(mergePreferences(other, one)).toEqual(both);
  });

  it('keeps the first where neither is later', () => {
    const one = { ...NO_PREFERENCES, order: 'name', placedAtMs: 3, contact: 'g', contactAtMs: 3 } as const;
    const other = { ...NO_PREFERENCES, order: 'level', placedAtMs: 3, contact: 'w', contactAtMs: 3 } as const;
    expect(mergePreferences(one, other)).toEqual(one);
  });

  it.each<[string, PutAside[], PutAside[], PutAside[]]>([
    ['keeps what was put aside in either', [aside('a', 1)], [aside('b', 2)], [aside('a', 1), aside('b', 2)]],
    ['brings nothing back that was taken back', [askedAgain('a', 2)], [aside('a', 1)], [askedAgain('a', 2)]],
    [
      'keeps what was put aside again later',
      [askedAgain('a', 2), aside('b', 1)],
      [aside('a', 3)],
      [aside('b', 1), aside('a', 3)],
    ],
    ['knows each question once', [aside('a', 1), askedAgain('a', 2)], [aside('a', 1)], [askedAgain('a', 2)]],
  ])('%s', (_, one, other, both) => {
    expect(mergePreferences(withAside(...one), withAside(...other)).putAside).toEqual(both);
    expect(mergePreferences(withAside(...other), withAside(...one)).putAside).toEqual(both);
  });

  it('gives the same whoever begins, also for questions of the same moment', () => {
    const [one, other] = [withAside(aside('b', 1)), withAside(aside('a', 1))];
    expect(mergePreferences(one, other)).toEqual(mergePreferences(other, one));
  });
});

it.each<[Partial<Preferences>, number]>([
  [{}, 0],
  [{ placedAtMs: 3, contactAtMs: 2 }, 3],
  [{ contactAtMs: 2, putAside: [aside('a', 5), aside('b', 4)] }, 5],
])('the last choice of %j is of %i', (chosen, atMs) => {
  expect(chosenAtMs({ ...NO_PREFERENCES, ...chosen })).toBe(atMs);
});
