import { describe, expect, it } from 'vitest';
import { aliasesInUse, resolveRef } from '../../src/outbox/aliases';
import { afterWrite, NOTHING_READ, withAlias, withCreation } from '../../src/outbox/snapshot';
import { aLanguage, aSnapshot } from '../support/builders';

const german = aLanguage();
const welsh = aLanguage({ id: 'welsh', tag: 'cy', displayName: 'Welsh' });
const better = aLanguage({ spoken: 'elementary' });

describe('a reference', () => {
  it.each([
    ['itself where it leads nowhere', {}, 'a', 'a'],
    ['where it leads', { a: 'b' }, 'a', 'b'],
    ['the end of the way', { a: 'b', b: 'c' }, 'a', 'c'],
    ['one of them where some lead in circles', { a: 'b', b: 'a' }, 'a', 'a'],
    ['itself where it is a word of prototypes', {}, 'toString', 'toString'],
  ])('is %s', (_, aliases, ref, end) => {
    expect(resolveRef(aliases, ref)).toBe(end);
  });

  it('leads to the id from now on', () => {
    expect(withAlias(aSnapshot(), 'new:1', 'german').aliases).toEqual({ 'new:1': 'german' });
  });

  it('does not lead to itself', () => {
    const snapshot = aSnapshot();
    expect(withAlias(snapshot, 'german', 'german')).toBe(snapshot);
  });

  it('is kept while its language is there, or somebody uses it', () => {
    const aliases = { 'new:1': 'german', 'new:2': 'gone', 'new:3': 'wanted', 'new:4': 'new:3' };
    expect(aliasesInUse(aliases, [german], ['new:4'])).toEqual({
      'new:1': 'german',
      'new:3': 'wanted',
      'new:4': 'new:3',
    });
  });
});

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

  it('knows of everything that was created', () => {
    const creation = { id: 'welsh', knownIds: ['german'], atMs: 7, isDoubtful: false, lookAtMs: null };
    const second = { ...creation, id: 'irish' };
    expect(withCreation(withCreation(aSnapshot(), creation), second).creations).toEqual([creation, second]);
  });
});
