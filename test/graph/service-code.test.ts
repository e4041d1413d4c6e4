import { describe, expect, it } from 'vitest';
import { readServiceCode } from '../../src/graph/service-code';

const nested = (depth: number): object =>
  depth === 0 ? {} : { code: `c${depth}`, innerError: nested(depth - 1) };

describe('readServiceCode', () => {
  it.each<[string, unknown, string | null]>([
    ['the code', { error: { code: 'UnknownError', message: '' } }, 'UnknownError'],
    ['the inner code', { error: { code: 'a', innerError: { date: 'x', code: 'b' } } }, 'b'],
    ['the inner code in the other spelling', { error: { code: 'a', innererror: { code: 'b' } } }, 'b'],
    [
      'the outer code where the inner one is missing',
      { error: { code: 'a', innerError: { date: 'x' } } },
      'a',
    ],
    ['the inner code where the outer one is missing', { error: { innerError: { code: 'b' } } }, 'b'],
    ['the eighth code of many', { error: nested(20) }, 'c13'],
    ['nothing from a text', { error: { code: 'You cannot do this.' } }, null],
    ['nothing from a token', { error: { code: 'eyJh.c2Vj.c2ln' } }, null],
    ['nothing from a long word', { error: { code: 'e'.repeat(65) } }, null],
    ['nothing from a number', { error: { code: 5 } }, null],
    ['nothing from another shape', { error: 'x' }, null],
    ['nothing without an envelope', { code: 'a' }, null],
    ['nothing from null', null, null],
  ])('reads %s', (_, body, expected) => {
    expect(readServiceCode(JSON.stringify(body))).toBe(expected);
  });

  it.each([null, '', '<html>', '{"error":{"code":"a"'])('reads nothing from %j', (text) => {
    expect(readServiceCode(text)).toBeNull();
  });
});
