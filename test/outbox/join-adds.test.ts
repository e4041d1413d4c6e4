import { describe, expect, it } from 'vitest';
import { joinAdds } from '../../src/outbox/join-adds';
import { withAlias } from '../../src/outbox/snapshot';
import { aChange, aLanguage, anAdd, aRemoval, aSnapshot, someFields } from '../support/builders';

const first = anAdd({ language: 'new:1' });
const second = anAdd({ language: 'new:2' });
const asWritten = anAdd({
  language: 'new:3',
  fields: { ...someFields(), tag: 'de', displayName: 'Deutsch' },
});

describe('adds of one language that two windows made at once', () => {
  it('mean the first one, whatever the language is called there', () => {
    expect(joinAdds(null, [first, second, asWritten])).toEqual({ 'new:2': 'new:1', 'new:3': 'new:1' });
  });

  it('are two where they are not alike, or the first one is removed in between', () => {
    const welsh = anAdd({ language: 'new:2', fields: someFields({ displayName: 'Welsh', tag: 'cy' }) });
    expect(joinAdds(null, [first, welsh])).toEqual({});
    const removed = aRemoval({ language: 'new:1' });
    expect(joinAdds(null, [first, removed, second])).toEqual({});
    expect(joinAdds(null, [first, aRemoval({ language: 'new:9' }), second])).toEqual({ 'new:2': 'new:1' });
  });

  it('are two where one shall stand beside the other', () => {
    expect(joinAdds(null, [first, { ...second, isBeside: true }])).toEqual({});
    expect(joinAdds(aSnapshot(), [{ ...first, isBeside: true }])).toEqual({});
  });

  it('are one where one is brought back', () => {
    expect(joinAdds(null, [first, { ...second, language: 'german' }])).toEqual({});
    expect(joinAdds(null, [{ ...first, language: 'german' }, second])).toEqual({ 'new:2': 'german' });
  });
});

describe('an add of a language that is on the profile', () => {
  it('means that, the first of several', () => {
    const twice = aSnapshot([aLanguage(), aLanguage({ id: 'twin' })]);
    expect(joinAdds(twice, [first, asWritten])).toEqual({ 'new:1': 'german', 'new:3': 'german' });
  });

  it('is one of its own where it is taken back, so that what it has met stays', () => {
    expect(joinAdds(aSnapshot(), [first, aRemoval({ language: 'new:1' })])).toEqual({});
    expect(joinAdds(aSnapshot(), [first, aRemoval()])).toEqual({ 'new:1': 'german' });
  });

  it('goes with what is there where the person removes that, also when it is gone by then', () => {
    expect(joinAdds(aSnapshot([]), [first, aRemoval()])).toEqual({ 'new:1': 'german' });
    expect(joinAdds(null, [aChange({}), first, aRemoval()])).toEqual({ 'new:1': 'german' });
    expect(joinAdds(aSnapshot([]), [first, aRemoval(), second])).toEqual({ 'new:1': 'german' });
  });

  it('takes the add of another window along where it is taken back, and only that', () => {
    const removed = aRemoval({ language: 'new:1' });
    expect(joinAdds(aSnapshot(), [first, second, removed])).toEqual({ 'new:2': 'new:1' });
    expect(joinAdds(aSnapshot(), [first, removed, second])).toEqual({ 'new:2': 'german' });
  });

  it('is one of its own where that cannot be changed, or is being removed', () => {
    expect(joinAdds(aSnapshot([aLanguage({ isEditable: false })]), [first])).toEqual({});
    expect(joinAdds(aSnapshot(), [aRemoval(), first])).toEqual({});
  });

  it('leaves what leads somewhere already', () => {
    const snapshot = withAlias(aSnapshot([aLanguage(), aLanguage({ id: 'other' })]), 'new:1', 'other');
    expect(joinAdds(snapshot, [first])).toEqual({ 'new:1': 'other' });
  });

  it('means that also where it brings back what is gone', () => {
    expect(joinAdds(aSnapshot(), [anAdd({ language: 'gone' })])).toEqual({ gone: 'german' });
    expect(joinAdds(aSnapshot([]), [first, anAdd({ language: 'gone' })])).toEqual({});
  });

  it('means that where it was taken back and brought back', () => {
    const removed = aRemoval({ language: 'new:1' });
    expect(joinAdds(aSnapshot(), [first, removed, first])).toEqual({ 'new:1': 'german' });
  });
});
