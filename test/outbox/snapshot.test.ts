import { describe, expect, it } from 'vitest';
import { afterWrite, NOTHING_READ, withCreation } from '../../src/outbox/snapshot';
import { aLanguage, aSnapshot } from '../support/builders';

const german = aLanguage();
const welsh = aLanguage({ id: 'welsh', tag: 'cy', displayName: 'Welsh' });
const better = aLanguage({ spoken: 'elementary' });

describe('the snapshot after a write', () => {
  it.each([
    ['has a new language at the end', aSnapshot([german]), 'welsh', welsh, [german, welsh], null],
    [
      'has a changed language in its place',
      aSnapshot([german, welsh]),
      'german',
      better,
      [better, welsh],
      german,
    ],
    ['has a removed language no more', aSnapshot([german, welsh]), 'german', null, [welsh], german],
    ['is the first that is known', NOTHING_READ, 'welsh', welsh, [welsh], null],
  ])('%s, and knows what it replaced', (_, snapshot, id, answered, languages, replaced) => {
    const write = { id, asked: {}, answered, atMs: 7 };
    expect(afterWrite(snapshot, write)).toEqual({
      ...snapshot,
      languages,
      knownWrites: [{ ...write, replaced: [replaced] }],
    });
  });

  it('remembers of what was there before a creation only what could be taken for its twin', () => {
    const languages = [german, welsh, { ...welsh, id: 'old' }];
    const creation = { id: 'welsh', atMs: 7, isDoubtful: false, lookAtMs: null };
    const after = withCreation(aSnapshot(languages), { ...creation, knownIds: ['german', 'old', 'gone'] });
    expect(after.creations).toEqual([{ ...creation, knownIds: ['old'] }]);
  });

  it('knows of everything that was created', () => {
    const creation = { id: 'welsh', knownIds: [], atMs: 7, isDoubtful: false, lookAtMs: null };
    const second = { ...creation, id: 'irish' };
    expect(withCreation(withCreation(aSnapshot(), creation), second).creations).toEqual([creation, second]);
  });
});
