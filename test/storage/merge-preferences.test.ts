import { describe, expect, it } from 'vitest';
import { mergePreferences } from '../../src/storage/merge-preferences';
import { NO_PREFERENCES, type Preferences, type PutAside } from '../../src/storage/preferences';

const NOW_MS = 1_000;
const DAY_MS = 24 * 60 * 60_000;

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
    expect(mergePreferences([one, other], NOW_MS)).toEqual(both);
    expect(mergePreferences([other, one], NOW_MS)).toEqual(both);
  });

  it('keeps the first where neither is later', () => {
    const one = { ...NO_PREFERENCES, order: 'name', placedAtMs: 3, contact: 'g', contactAtMs: 3 } as const;
    const other = { ...NO_PREFERENCES, order: 'level', placedAtMs: 3, contact: 'w', contactAtMs: 3 } as const;
    expect(mergePreferences([one, other], NOW_MS)).toEqual(one);
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
    expect(mergePreferences([withAside(...one), withAside(...other)], NOW_MS).putAside).toEqual(both);
    expect(mergePreferences([withAside(...other), withAside(...one)], NOW_MS).putAside).toEqual(both);
  });

  it('gives the same whoever begins, also for questions of the same moment', () => {
    const [one, other] = [withAside(aside('b', 1)), withAside(aside('a', 1))];
    expect(mergePreferences([one, other], NOW_MS)).toEqual(mergePreferences([other, one], NOW_MS));
  });

  it('believes a clock that is some hours ahead, and takes what one of the far future chose for old', () => {
    const ahead = { ...NO_PREFERENCES, order: 'name', placedAtMs: NOW_MS + DAY_MS - 1 } as const;
    const farAhead = { ...NO_PREFERENCES, order: 'level', placedAtMs: NOW_MS + DAY_MS } as const;
    const lastYear = { ...NO_PREFERENCES, order: 'hand', placedAtMs: 2 } as const;
    expect(mergePreferences([lastYear, ahead, farAhead], NOW_MS)).toEqual(ahead);
    expect(mergePreferences([farAhead, lastYear], NOW_MS)).toEqual(lastYear);
    // Whose clock is right may be another one's to say: the time itself stays.
    expect(mergePreferences([NO_PREFERENCES, farAhead], NOW_MS)).toEqual(farAhead);
  });

  it('believes neither of the other parts', () => {
    const farAhead = { contact: 'g', contactAtMs: 8e15, putAside: [aside('a', 8e15)] };
    const now = { contact: 'w', contactAtMs: 9, putAside: [askedAgain('a', 9)] };
    expect(
      mergePreferences(
        [
          { ...NO_PREFERENCES, ...farAhead },
          { ...NO_PREFERENCES, ...now },
        ],
        NOW_MS,
      ),
    ).toMatchObject(now);
  });
});
