import { describe, expect, it } from 'vitest';
import { saysVariety, typedTag } from '../../src/languages/typed-tag';

describe('a tag that is typed', () => {
  it.each([
    ['zh-TW', 'zh-TW'],
    [' ZH_hant_hk ', 'zh-Hant-HK'],
    ['de', 'de'],
    ['es-419', 'es-419'],
    ['ca-ES-valencia', 'ca-ES-valencia'],
    ['prs', 'prs'],
    // Blanks for hyphens.
    ['pt br', 'pt-BR'],
    ['zh  tw', 'zh-TW'],
    ['sr latn rs', 'sr-Latn-RS'],
    ['es 419', 'es-419'],
    // As the country is called today.
    ['en-UK', 'en-GB'],
    ['en uk', 'en-GB'],
    // What an odd one probably means.
    ['no-NB', 'nb-NO'],
    ['de-XQ', 'de-DE'],
    ['en-GB-oed', 'en-GB-oxendict'],
  ])('%j is %s', (query, tag) => {
    expect(typedTag(query)).toBe(tag);
  });

  it.each([
    ['no tag', 'norwegian bokmål'],
    ['no script', 'de-beer'],
    ['no script', 'de beer'],
    ['no country', 'la xy'],
    ['words, of which the second looks like a variety', 'old english'],
  ])('is %s: %j', (_, query) => {
    expect(typedTag(query)).toBeNull();
  });

  it.each([
    ['zh-TW', true],
    ['zh-Hant', true],
    ['es-419', true],
    ['de', false],
    ['sl-nedis', false],
  ])('%s says in which script or country: %s', (tag, isSaid) => {
    expect(saysVariety(tag)).toBe(isSaid);
  });
});
