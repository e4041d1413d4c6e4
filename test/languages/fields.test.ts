import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyFields,
  areFieldsEqual,
  changedFields,
  FIELD_NAMES,
  saidFields,
  withSaid,
} from '../../src/languages/fields';
import { anyFields, someFields } from './languages';

describe('fields', () => {
  it('names every field of a language', () => {
    expect([...FIELD_NAMES].sort()).toEqual([...Object.keys(someFields()), 'isVerified'].sort());
  });

  it('finds only what differs', () => {
    expect(changedFields(someFields(), someFields({ spoken: 'elementary', tag: null }))).toEqual({
      spoken: 'elementary',
      tag: null,
    });
  });

  it('takes a field that is left out for unchanged', () => {
    expect(changedFields(someFields(), { displayName: 'Welsh' })).toEqual({});
  });

  it('leaves out what is no field', () => {
    const next = { ...someFields(), id: '7', audience: 'me' };

    expect(changedFields(someFields(), next)).toEqual({ audience: 'me' });
  });

  it('keeps what else a language carries', () => {
    const language = { ...someFields(), id: '7' };

    expect(applyFields(language, { spoken: 'elementary' })).toEqual({ ...language, spoken: 'elementary' });
  });

  it('leads from any language to any other by their difference', () => {
    fc.assert(
      fc.property(anyFields, anyFields, (base, next) => {
        const changed = changedFields(base, next);

        expect(applyFields(base, changed)).toEqual(next);
        expect(areFieldsEqual(base, next)).toBe(Object.keys(changed).length === 0);
      }),
    );
  });
});

describe('a language that is added once more', () => {
  it('gets what is said of it, and keeps what it is called', () => {
    const added = someFields({ displayName: 'Deutsch', tag: 'de', spoken: 'elementary', reading: null });
    expect(saidFields(added)).not.toHaveProperty('reading');
    expect(withSaid(someFields(), added)).toEqual(someFields({ spoken: 'elementary' }));
  });

  it.each([
    ['me', 'organization', 'me'],
    ['everyone', 'me', 'me'],
    [null, 'organization', 'organization'],
    ['a later word', 'me', 'a later word'],
  ])('where %s may see it and is to be seen by %s, is seen by %s', (audience, said, expected) => {
    expect(withSaid(someFields({ audience }), someFields({ audience: said })).audience).toBe(expected);
  });
});
