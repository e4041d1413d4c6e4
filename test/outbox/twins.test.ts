import { describe, expect, it } from 'vitest';
import type { ProfileLanguage } from '../../src/languages/language';
import { afterLook, type Creation, findTwins, nextLookMs, removesOneOf } from '../../src/outbox/twins';
import { aChange, aLanguage, aRemoval } from '../support/builders';

const AT_MS = 1_000_000;
const MINUTE_MS = 60_000;

const own = aLanguage({ id: 'own', createdAt: '2026-01-01T00:00:01.000Z' });
const late = aLanguage({ id: 'late', createdAt: '2026-01-01T00:00:31.000Z' });

function aCreation(creation: Partial<Creation> = {}): Creation {
  return { id: 'own', knownIds: ['old'], atMs: AT_MS, isDoubtful: false, lookAtMs: null, ...creation };
}

describe('twins', () => {
  const early = { ...late, createdAt: '2026-01-01T00:00:00.000Z' };
  const undated = { ...late, createdAt: null };

  it.each<[string, ProfileLanguage[], [kept: string, twin: string] | null]>([
    ['the older one is kept, whatever the order', [late, own], ['own', 'late']],
    ['the older one is kept, also if it is not the one that was answered', [own, early], ['late', 'own']],
    ['one without a date counts as older', [own, undated], ['late', 'own']],
    [
      'of the same second, the one with the smaller id is kept',
      [own, { ...late, createdAt: own.createdAt }],
      ['late', 'own'],
    ],
    ['of three, one goes at a time', [own, late, { ...late, id: 'later' }], ['own', 'late']],
    ['there is none where a tag is written otherwise', [own, { ...late, tag: 'de-de' }], null],
    ['there is none where the language is there once', [own], null],
    ['there is none where ours is gone', [late, { ...late, id: 'later' }], null],
    ['there is none where another field differs', [own, { ...late, reading: 'elementary' }], null],
    ['there is none where it is another language', [own, { ...late, tag: 'cy', displayName: 'Welsh' }], null],
    ['what was there before is none', [own, { ...late, id: 'old' }], null],
    ['what cannot be removed is none', [own, { ...late, isEditable: false }], null],
  ])('%s', (_, languages, expected) => {
    const found = findTwins(languages, [aCreation()]);
    expect(found && [found.kept.id, found.twin.id]).toEqual(expected);
  });

  it('are looked for among everything that was created', () => {
    const creations = [aCreation({ id: 'gone' }), aCreation()];
    expect(findTwins([own, late], creations)).toEqual({ kept: own, twin: late });
    expect(findTwins([own, late], [])).toBeNull();
  });
});

describe('the next look for a twin', () => {
  it.each<[string, (number | null)[], number, number | null]>([
    ['is not due where nothing was created', [], AT_MS, null],
    ['is not due where everything was looked at', [null, null], AT_MS, null],
    ['is due at the earliest time', [AT_MS + 30, null, AT_MS + 20], AT_MS, AT_MS + 20],
    ['is due now where its time has come', [AT_MS + 30, AT_MS + 20], AT_MS + 25, AT_MS + 25],
    ['is due now where the clock was set back', [AT_MS + 30], AT_MS - 1, AT_MS - 1],
    ['is not due any more where the clock was set back', [null], AT_MS - 1, null],
  ])('%s', (_, looks, nowMs, expected) => {
    const creations = looks.map((lookAtMs) => aCreation({ lookAtMs }));
    expect(nextLookMs(creations, nowMs)).toBe(expected);
  });
});

describe('after a look at the profile', () => {
  it.each<[string, Partial<Creation>, number, Creation | null]>([
    ['what is not due stays', { lookAtMs: AT_MS + 10 }, AT_MS + 9, aCreation({ lookAtMs: AT_MS + 10 })],
    ['what was due was looked at', { lookAtMs: AT_MS + 10 }, AT_MS + 10, aCreation()],
    [
      'what was sent twice is looked at once more, when nothing can come any more',
      { lookAtMs: AT_MS + 10, isDoubtful: true },
      AT_MS + 10,
      aCreation({ lookAtMs: AT_MS + 3 * MINUTE_MS, isDoubtful: true }),
    ],
    [
      'what was sent twice is not looked at for ever',
      { lookAtMs: AT_MS + 3 * MINUTE_MS, isDoubtful: true },
      AT_MS + 3 * MINUTE_MS,
      aCreation({ isDoubtful: true }),
    ],
    [
      'what was due by a clock that was set back counts from now',
      { lookAtMs: AT_MS + 10 },
      AT_MS - MINUTE_MS,
      aCreation({ atMs: AT_MS - MINUTE_MS }),
    ],
    ['what is a quarter of an hour old is forgotten', {}, AT_MS + 15 * MINUTE_MS, null],
    ['what is gone is forgotten', { id: 'gone' }, AT_MS, null],
  ])('%s', (_, creation, nowMs, expected) => {
    expect(afterLook([aCreation(creation)], [own], nowMs)).toEqual(expected === null ? [] : [expected]);
  });
});

describe('an edit', () => {
  const twins = { kept: own, twin: late };

  it.each([
    ['own', true],
    ['late', true],
    ['new:1', true],
    ['other', false],
  ])('that removes %s removes one of two: %s', (language, expected) => {
    expect(removesOneOf(aRemoval({ language }), { 'new:1': 'own' }, twins)).toBe(expected);
  });

  it('that changes one removes none', () => {
    expect(removesOneOf(aChange({}, { language: 'own' }), {}, twins)).toBe(false);
  });
});
