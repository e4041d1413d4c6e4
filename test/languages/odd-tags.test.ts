import { describe, expect, it } from 'vitest';
import { isOddTag, mendedTag } from '../../src/languages/odd-tags';

describe('a tag', () => {
  it.each([
    // The example of the reference itself: a form of Norwegian where a country belongs.
    ['no-NB', 'nb-NO'],
    ['no-NN', 'nn-NO'],
    ['no_nb', 'nb-NO'],
    ['en-UK', null],
    ['de-XQ', 'de-DE'],
    ['sr-Latn-XQ', 'sr-Latn-RS'],
    ['german', null],
    ['de DE', null],
    ['', null],
  ])('%j means %j', (tag, mended) => {
    expect(mendedTag(tag)).toBe(mended);
  });

  it.each(['no-NB', 'de-XQ', 'a', 'deutsch-', 'x', 'x-', 'x-toolongforit', ''])('%j is odd', (tag) => {
    expect(isOddTag(tag)).toBe(true);
  });

  it.each([
    'de',
    'de-DE',
    'nb-NO',
    'PT_br',
    'es-419',
    'zh-Hant',
    'ase',
    'iw',
    'art-x-dothraki',
    'sr-Latn-RS',
    // What people agreed on among themselves.
    'x-priv',
    'X-private-1',
  ])('%j is not odd', (tag) => {
    expect(isOddTag(tag)).toBe(false);
    expect(mendedTag(tag)).toBeNull();
  });
});
