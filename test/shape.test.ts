import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as s from '../src/shape';

const readPerson = s.shape({
  name: s.text,
  age: s.nullable(s.count),
  kind: s.oneOf('a', 'b'),
  tags: s.listOf(s.text),
});
const person = { name: 'Ada', age: null, kind: 'a', tags: ['x'] };

describe('a shape', () => {
  it('gives what fits, copied, without what else was there', () => {
    const given = { ...person, secret: 1 };
    expect(readPerson(given)).toEqual(person);
    expect(readPerson(given)?.tags).not.toBe(given.tags);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', [person]],
    ['text', 'Ada'],
    ['a missing part', { ...person, name: undefined }],
    ['a part of the prototype only', Object.create(person)],
    ['a part of another type', { ...person, name: 1 }],
    ['another word', { ...person, kind: 'c' }],
    ['a fraction where a whole number belongs', { ...person, age: 1.5 }],
    ['a negative count', { ...person, age: -1 }],
    ['one bad item in a list', { ...person, tags: ['x', 1] }],
  ])('refuses %s', (_, value: unknown) => {
    expect(readPerson(value)).toBeUndefined();
  });

  it('never throws and never lets a prototype through, whatever it reads', () => {
    const read = s.recordOf(
      s.anyOf<s.Read<unknown>>(s.number, s.flag, s.partial({ a: s.text }), s.milliseconds),
    );
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const result = read(value);
        if (result !== undefined) expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
        readPerson(value);
      }),
      { numRuns: 1_000 },
    );
    expect(Object.getPrototypeOf(read(JSON.parse('{"__proto__":{"a":"x"}}')))).toBe(Object.prototype);
  });

  it('reads some of the parts where they may be missing, and refuses a bad one', () => {
    const read = s.partial({ name: s.text, age: s.number });
    expect(read({ age: 1 })).toEqual({ age: 1 });
    expect(read({})).toEqual({});
    expect(read({ age: 'old' })).toBeUndefined();
  });

  it('takes no moment that no date can be', () => {
    expect(s.milliseconds(8.64e15)).toBe(8.64e15);
    expect(s.milliseconds(8.65e15)).toBeUndefined();
  });

  it.each([Number.NaN, Infinity, '1', null])('takes %j for no number', (value) => {
    expect(s.number(value)).toBeUndefined();
    expect(s.milliseconds(value)).toBeUndefined();
  });

  it('takes text only where it is as wanted', () => {
    const read = s.textThat((text) => text.length > 1);
    expect([read('ab'), read('a'), read(12)]).toEqual(['ab', undefined, undefined]);
  });
});
