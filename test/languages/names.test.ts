import { describe, expect, it } from 'vitest';
import { languageNames } from '../../src/languages/names';

describe('uiName', () => {
  it.each([
    ['en', 'cy', 'Welsh'],
    ['en', 'pt-BR', 'Portuguese (Brazil)'],
    ['en', 'PT_br', 'Portuguese (Brazil)'],
    ['en', 'iw', 'Hebrew'],
    ['de', 'cy', 'Walisisch'],
    // As some browsers spell the language of their pages.
    ['pt_BR', 'de', 'alemão'],
  ])('in %s calls %s %j', (locale, tag, name) => {
    expect(languageNames(locale).uiName(tag)).toBe(name);
  });

  // Intl would answer "Persian (Afghanistan)", "Chinese" and "Kurdish".
  it.each(['prs', 'cmn', 'kmr'])('says nothing of %s rather than name another language', (tag) => {
    expect(languageNames('en').uiName(tag)).toBeNull();
  });

  it.each(['', 'x-private', 'Welsh!', 'art-x-dothraki', 'qqq'])('says nothing of %j', (tag) => {
    expect(languageNames('en').uiName(tag)).toBeNull();
  });

  it('speaks English where the locale is malformed', () => {
    expect(languageNames('').uiName('cy')).toBe('Welsh');
  });
});

describe('ownNameByIntl', () => {
  const names = languageNames('en');

  it.each([
    ['de', 'Deutsch'],
    ['nb', 'norsk bokmål'],
    ['sr-Latn', 'srpski (latinica)'],
    ['zh-Hans', '中文（简体）'],
  ])('calls %s %j', (tag, name) => {
    expect(names.ownNameByIntl(tag)).toBe(name);
  });

  // The browser's own language would be a wrong answer.
  it.each(['ase', 'akk', 'tlh', 'art-x-dothraki', 'not a tag'])('says nothing of %s', (tag) => {
    expect(names.ownNameByIntl(tag)).toBeNull();
  });
});
