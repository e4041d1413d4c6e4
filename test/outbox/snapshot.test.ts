import { describe, expect, it } from 'vitest';
import { afterWrite, NOTHING_READ, withAlias, withCreation, withFound } from '../../src/outbox/snapshot';
import { aChange, aLanguage, anAdd, aSnapshot } from '../support/builders';

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

describe('the snapshot in which the language of an edit was found', () => {
  const add = anAdd({ language: 'new:2' });
  const snapshot = withAlias(withAlias(aSnapshot(), 'new:1', 'german'), 'new:3', 'new:2');

  it('knows by all its names that an add has only met it, and no other', () => {
    const { aliases, met } = withFound(snapshot, add, { id: 'german' });
    expect(aliases).toEqual({ 'new:1': 'german', 'new:2': 'german', 'new:3': 'german' });
    expect(met).toEqual(['new:2', 'new:3']);
  });

  it('counts as met neither what may be the own one, nor what is changed or brought back', () => {
    expect(withFound(snapshot, add, { id: 'german', isOwn: true }).met).toEqual([]);
    expect(withFound(snapshot, aChange({}, { language: 'new:2' }), { id: 'german' }).met).toEqual([]);
    expect(withFound(snapshot, anAdd({ language: 'gone' }), { id: 'german' }).met).toEqual([]);
  });
});
