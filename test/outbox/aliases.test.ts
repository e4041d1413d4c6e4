import { describe, expect, it } from 'vitest';
import { aliasesInUse, joinAdds, resolveRef } from '../../src/outbox/aliases';
import { withAlias } from '../../src/outbox/snapshot';
import { aLanguage, anAdd, aRemoval, aSnapshot, someFields } from '../support/builders';

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

describe('adds of one language that two windows made at once', () => {
  const welshFields = someFields({ displayName: 'Welsh', tag: 'cy' });
  const first = anAdd({ language: 'new:1' });
  const second = anAdd({ language: 'new:2' });

  it('mean the first one, whatever the language is called there', () => {
    const third = anAdd({
      language: 'new:3',
      fields: { ...someFields(), tag: 'de', displayName: 'Deutsch' },
    });
    expect(joinAdds({}, [first, second, third])).toEqual({ 'new:2': 'new:1', 'new:3': 'new:1' });
    expect(joinAdds({ 'new:1': 'german' }, [first, second])).toEqual({
      'new:1': 'german',
      'new:2': 'german',
    });
  });

  it('are two where they are not alike, or the first one is removed in between', () => {
    expect(joinAdds({}, [first, anAdd({ language: 'new:2', fields: welshFields })])).toEqual({});
    const removed = aRemoval({ language: 'new:1' });
    expect(joinAdds({}, [first, removed, second])).toEqual({});
    expect(joinAdds({}, [first, aRemoval({ language: 'new:9' }), second])).toEqual({ 'new:2': 'new:1' });
  });

  it('are one where one is brought back', () => {
    expect(joinAdds({}, [first, { ...second, language: 'german' }])).toEqual({});
    expect(joinAdds({}, [{ ...first, language: 'german' }, second])).toEqual({ 'new:2': 'german' });
  });
});
