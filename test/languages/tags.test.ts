import { describe, expect, it } from 'vitest';
import { languageTable } from '../../src/languages/table';
import { canonicalTag, likelyTag, naturalKey, wideningTags } from '../../src/languages/tags';

describe('canonicalTag', () => {
  it.each([
    ['de', 'de'],
    [' EN-us ', 'en-US'],
    ['pt_br', 'pt-BR'],
    ['ZH-HANT-hk', 'zh-Hant-HK'],
    ['es-419', 'es-419'],
    ['ca-es-VALENCIA', 'ca-ES-valencia'],
    ['de-u-co-PHONEBK', 'de-u-co-phonebk'],
    ['art-x-dothraki', 'art-x-dothraki'],
    // Microsoft's own example; there is no such region, but it is a tag.
    ['no-NB', 'no-NB'],
  ])('writes %j as %j', (tag, canonical) => {
    expect(canonicalTag(tag)).toBe(canonical);
  });

  it.each([
    ['iw', 'he'],
    ['in-ID', 'id-ID'],
    ['ji', 'yi'],
    ['mo-MD', 'ro-MD'],
    ['i-klingon', 'tlh'],
    ['zh-min-nan', 'nan'],
    ['zh-yue-HK', 'yue-HK'],
    ['zh-CHS', 'zh-Hans'],
    ['no-bok', 'nb'],
    ['sgn-BE-NL', 'vgt'],
    ['en-GB-oed', 'en-GB-oxendict'],
  ])('replaces the outdated %j with %j', (tag, canonical) => {
    expect(canonicalTag(tag)).toBe(canonical);
  });

  it.each(['cmn', 'prs', 'arb', 'kmr', 'tl', 'cnr', 'pnb', 'ydd', 'sh', 'no', 'mol', 'inh'])(
    'keeps %s, which the person chose',
    (tag) => {
      expect(canonicalTag(tag)).toBe(tag);
    },
  );

  it.each([
    '',
    ' ',
    'x',
    'x-private',
    'i-default',
    'zh-min',
    'Norwegian Bokmål',
    'en--US',
    'e',
    '<b>',
    '日本語',
  ])('says no to %j', (tag) => {
    expect(canonicalTag(tag)).toBeNull();
  });

  it('leaves every tag of the table as it is', () => {
    expect(languageTable.filter(({ tag }) => canonicalTag(tag) !== tag)).toEqual([]);
  });
});

describe('naturalKey', () => {
  it.each([
    [{ tag: 'NB-no', displayName: 'Norsk' }, 't:nb-no'],
    [{ tag: 'iw', displayName: 'Hebrew' }, 't:he-il'],
    [{ tag: 'de', displayName: 'German' }, 't:de-de'],
    [{ tag: 'de-AT', displayName: 'German' }, 't:de-at'],
    [{ tag: null, displayName: ' Ｄeutsch ' }, 'n:deutsch'],
    [{ tag: '', displayName: 'Deutsch' }, 'n:deutsch'],
    [{ tag: 'not a tag', displayName: 'Deutsch' }, 'n:deutsch'],
  ])('of %j is %j', (fields, key) => {
    expect(naturalKey(fields)).toBe(key);
  });

  it('keeps a name apart from a tag that is spelled alike', () => {
    expect(naturalKey({ tag: null, displayName: 'de' })).not.toBe(
      naturalKey({ tag: 'de', displayName: 'de' }),
    );
  });
});

describe('likelyTag', () => {
  it.each([
    ['de', 'de-DE'],
    ['nb', 'nb-NO'],
    ['cy', 'cy-GB'],
    ['fil', 'fil-PH'],
    ['zh', 'zh-CN'],
    ['zh-Hant', 'zh-Hant-TW'],
    ['sr-Latn', 'sr-Latn-RS'],
    ['ca-valencia', 'ca-ES-valencia'],
    // What Intl would ask under another name keeps its own.
    ['prs', 'prs-AF'],
    ['kmr', 'kmr-TR'],
    ['iw', 'he-IL'],
  ])('gives %s its region: %s', (tag, likely) => {
    expect(likelyTag(tag)).toBe(likely);
  });

  it.each([
    'pt-BR',
    'es-419',
    'de-CH',
    'zh-Hans-SG',
    // Sign languages, of which Intl knows some.
    'ase',
    'gsg',
    // Constructed, or nobody's own.
    'eo',
    'ia',
    'tok',
    'tlh',
    'la',
    'yi',
    'hawaiian',
    'not a tag',
  ])('leaves %s', (tag) => {
    expect(likelyTag(tag)).toBe(tag);
  });

  it('makes a valid tag of every one in the table, and of that no other', () => {
    for (const { tag } of languageTable) {
      const likely = likelyTag(tag);

      expect(canonicalTag(likely)).toBe(likely);
      expect(likelyTag(likely)).toBe(likely);
      expect(wideningTags(likely)).toContain(tag);
    }
  });
});

describe('wideningTags', () => {
  it('goes from the narrowest to the language', () => {
    expect(wideningTags('zh-hant-tw')).toEqual(['zh-Hant-TW', 'zh-Hant', 'zh']);
  });

  it('is empty for what is no tag', () => {
    expect(wideningTags('sign language')).toEqual([]);
  });
});
