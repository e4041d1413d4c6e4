import { describe, expect, it } from 'vitest';
import { likenessOf, resemblance } from '../../src/languages/resemblance';

const named = (tag: string | null, displayName = `the language ${tag ?? ''}`) =>
  likenessOf({ tag, displayName });

describe('two languages', () => {
  it.each([
    ['de', 'de-DE', 'same'],
    ['pt', 'pt-BR', 'same'],
    ['iw', 'he-IL', 'same'],
    ['no', 'nb', 'near'],
    ['nn-NO', 'no', 'near'],
    ['no-NB', 'nb-NO', 'near'],
    ['cmn', 'zh', 'near'],
    ['arb', 'ar', 'near'],
    ['zh-Hans', 'zh', 'near'],
    ['sr-Latn', 'sr', 'near'],
    // People who have both mean both.
    ['nb', 'nn', null],
    ['zh-Hans', 'zh-Hant', null],
    ['pt-BR', 'pt-PT', null],
    ['en-GB', 'en-US', null],
    ['prs', 'fa', null],
    ['yue', 'zh', null],
    ['de', 'gsw', null],
    ['ase', 'bfi', null],
  ])('%s and %s: %s, whichever comes first', (one, other, alike) => {
    expect(resemblance(named(one), named(other))).toBe(alike);
    expect(resemblance(named(other), named(one))).toBe(alike);
  });

  it('with one name under two tags, or under none, are nearly the same', () => {
    expect(resemblance(named('en-GB', 'English'), named('en-US', ' english '))).toBe('near');
    expect(resemblance(named('de-DE', 'German'), named(null, 'German'))).toBe('near');
    expect(resemblance(named(null, 'German'), named(null, 'german'))).toBe('same');
  });

  it('without tags and names are not', () => {
    expect(resemblance(named('de', ''), named('fr', ''))).toBeNull();
  });
});
