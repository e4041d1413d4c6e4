import { describe, expect, it } from 'vitest';
import { aliasesInUse, resolveRef } from '../../src/outbox/aliases';
import { withAlias } from '../../src/outbox/snapshot';
import { aLanguage, aSnapshot } from '../support/builders';

const german = aLanguage();

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

  it('leads there in one step, however often the id has changed', () => {
    const snapshot = withAlias(withAlias(aSnapshot(), 'new:1', 'first'), 'first', 'second');
    expect(snapshot.aliases).toEqual({ 'new:1': 'second', first: 'second' });
    expect(withAlias(snapshot, 'new:2', 'other').aliases).toEqual({ ...snapshot.aliases, 'new:2': 'other' });
  });

  it('takes the name by which the language went last along', () => {
    const snapshot = withAlias(withAlias(aSnapshot(), 'new:1', 'first'), 'new:1', 'second');
    expect(snapshot.aliases).toEqual({ 'new:1': 'second', first: 'second' });
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
