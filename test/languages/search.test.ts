import { describe, expect, it } from 'vitest';
import { languageNames } from '../../src/languages/names';
import { restTable } from '../../src/languages/rest-table';
import { createLanguageSearch, findLanguages } from '../../src/languages/search';
import { languageTable } from '../../src/languages/table';

const core = createLanguageSearch(languageTable, languageNames('en'), []);
const search = (query: string, limit: number) => findLanguages([core], query, limit);
const tagsFor = (query: string, limit = 3): string[] => search(query, limit).map(({ entry }) => entry.tag);

describe('a search for languages', () => {
  it.each([
    // English names
    ['german', 'de'],
    ['GERMAN', 'de'],
    ['welsh', 'cy'],
    ['persian', 'fa'],
    ['cantonese', 'yue'],
    ['irish', 'ga'],
    ['burmese', 'my'],
    ['urdu', 'ur'],
    ['hindi', 'hi'],
    ['haitian', 'ht'],
    // own names
    ['deutsch', 'de'],
    ['norsk', 'nb'],
    ['norsk', 'no'],
    ['日本語', 'ja'],
    ['português', 'pt'],
    ['espanol', 'es'],
    ['español', 'es'],
    ['turkce', 'tr'],
    ['русский', 'ru'],
    ['العربية', 'ar'],
    ['عربي', 'ar'],
    ['فارسي', 'fa'],
    ['srpski', 'sr'],
    ['cymraeg', 'cy'],
    ['tieng viet', 'vi'],
    ['한국', 'ko'],
    ['粵語', 'yue'],
    ['ozbek', 'uz'],
    ['bahasa', 'id'],
    ['te reo', 'mi'],
    // what people call them
    ['mandarin', 'zh'],
    ['farsi', 'fa'],
    ['flemish', 'nl-BE'],
    ['bokmal', 'nb'],
    ['nynorsk', 'nn'],
    ['castilian', 'es'],
    ['gaelic', 'gd'],
    ['gaelic', 'ga'],
    ['tagalog', 'fil'],
    ['tagalog', 'tl'],
    ['dari', 'prs'],
    ['pashto', 'ps'],
    ['pushto', 'ps'],
    ['kurmanji', 'kmr'],
    ['sorani', 'ckb'],
    ['hokkien', 'nan'],
    ['shanghainese', 'wuu'],
    ['bengali', 'bn'],
    ['slovene', 'sl'],
    ['serbo-croatian', 'sh'],
    ['schweizerdeutsch', 'gsw'],
    ['iraqi', 'acm'],
    // varieties
    ['brazilian', 'pt-BR'],
    ['british', 'en-GB'],
    ['american english', 'en-US'],
    ['simplified chinese', 'zh-Hans'],
    ['chinese traditional', 'zh-Hant'],
    ['french canada', 'fr-CA'],
    ['swiss german', 'gsw'],
    ['latin american spanish', 'es-419'],
    // sign languages
    ['asl', 'ase'],
    ['BSL', 'bfi'],
    ['LSF', 'fsl'],
    ['dgs', 'gsg'],
    ['auslan', 'asf'],
    ['libras', 'bzs'],
    ['sign language german', 'gsg'],
    ['Gebärdensprache', 'gsg'],
    // tags
    ['nb-NO', 'nb'],
    ['pt_br', 'pt-BR'],
    ['zh-TW', 'zh'],
    ['en', 'en'],
    ['is', 'is'],
    ['ase', 'ase'],
    ['iw', 'he'],
    ['cmn', 'zh'],
    // one letter wrong
    ['germn', 'de'],
    ['spansh', 'es'],
    ['frech', 'fr'],
    ['portugese', 'pt'],
    ['jappanese', 'ja'],
    ['chinse', 'zh'],
    ['sweedish', 'sv'],
    ['itlaian', 'it'],
    ['ukranian', 'uk'],
    ['hebrw', 'he'],
    // beginnings
    ['por', 'pt'],
    ['ger', 'de'],
    ['chin', 'zh'],
    ['deu', 'de'],
    ['fran', 'fr'],
  ])('for %j finds %s among the first three', (query, tag) => {
    expect(tagsFor(query)).toContain(tag);
  });

  it.each([
    ['zh-TW', 'zh', 'zh-TW'],
    ['zh tw', 'zh', 'zh-TW'],
    ['pt br', 'pt-BR', 'pt-BR'],
    ['zh-hant-hk', 'zh-Hant', 'zh-Hant-HK'],
    ['sr-Latn-RS', 'sr-Latn', 'sr-Latn-RS'],
    ['en-GB-oed', 'en-GB', 'en-GB-oxendict'],
    ['en-UK', 'en-GB', 'en-GB'],
    ['es-CO', 'es', 'es-CO'],
    ['de-LU', 'de', 'de-LU'],
    ['ar-MA', 'ar', 'ar-MA'],
    ['no-NB', 'nb', 'nb-NO'],
    // Without country and script it is the language that is typed, and in which variety is another question.
    ['de', 'de', 'de'],
    // Words before tags.
    ['te re', 'mi', 'mi'],
  ])('takes the tag %j for %s, written %s', (query, entry, tag) => {
    expect(search(query, 1)).toMatchObject([{ entry: { tag: entry }, tag }]);
  });

  it('puts what a tag is a variety of after it, from the narrowest, each as itself', () => {
    expect(search('zh-hant-hk', 2).map(({ tag }) => tag)).toEqual(['zh-Hant-HK', 'zh']);
  });

  it('finds every language by each of its names', () => {
    for (const { tag, englishName, ownName, aliases } of languageTable) {
      for (const name of [englishName, ownName ?? englishName, ...aliases]) {
        expect(tagsFor(name, 5), name).toContain(tag);
      }
    }
  }, 60_000);

  it('finds every language by its tag', () => {
    for (const { tag } of languageTable) expect(tagsFor(tag), tag).toContain(tag);
  });

  it('finds by the name in the language of the pages, and shows that as the title', () => {
    const german = createLanguageSearch(languageTable, languageNames('de'), []);

    expect(german.exactly('walis', 1)[0]).toMatchObject({ title: 'Walisisch', entry: { tag: 'cy' } });
    expect(german.exactly('welsh', 1)[0]).toMatchObject({ title: 'Walisisch', matched: { text: 'Welsh' } });
  });

  it('shows the English name where the browser has none', () => {
    const silent = createLanguageSearch(languageTable, { uiName: () => null }, []);

    expect(silent.exactly('cymraeg', 1)[0]?.title).toBe('Welsh');
  });

  it.each([
    ['flemish', 'Flemish', 'Flemish'],
    ['bokmal', 'Norwegian Bokmål', 'Bokmål'],
    ['pt-br', 'pt-BR', 'pt-BR'],
    ['nb-NO', 'nb', 'nb'],
    ['traditional chinese', 'Chinese (Traditional)', 'Traditional'],
    ['germn', 'German', ''],
  ])('for %j shows %j and marks %j', (query, text, marked) => {
    const matched = search(query, 1)[0]?.matched;

    expect(matched?.text).toBe(text);
    expect(matched && text.slice(matched.start, matched.end)).toBe(marked);
  });

  it.each([
    // Dari, Darija, Zoroastrian Dari
    ['whole names before beginnings, and those before words', 'dari', ['prs', 'ary', 'gbz']],
    ['beginnings of names before those of words', 'german', ['de', 'gsg', 'de-AT']],
    ['the tag that was typed before names that begin so', 'se', ['se', 'sh', 'sr']],
    ['the usual one before rare ones', 'english', ['en', 'en-AU', 'en-CA']],
  ])('puts %s', (_, query, tags) => {
    expect(tagsFor(query)).toEqual(tags);
  });

  it('puts the languages that the person browses in before equal ones', () => {
    const browsing = createLanguageSearch(languageTable, languageNames('en'), [
      'nn-NO',
      'en-GB',
      'not a tag',
    ]);

    expect(browsing.exactly('norwegian', 3).map(({ entry }) => entry.tag)).toEqual(['no', 'nn', 'nb']);
    expect(browsing.exactly('engl', 2).map(({ entry }) => entry.tag)).toEqual(['en', 'en-GB']);
    expect(browsing.exactly('kingdom', 1).map(({ entry }) => entry.tag)).toEqual(['en-GB']);
  });

  it('puts a part of a word in their languages before beginnings of words in others', () => {
    const browsing = createLanguageSearch(languageTable, languageNames('en'), ['pfl']);
    const tags = browsing.exactly('lat', 100).map(({ entry }) => entry.tag);

    // Palatine German; Hindi (Latin)
    expect(tags.indexOf('pfl')).toBeLessThan(tags.indexOf('hi-Latn'));
    expect(tags.indexOf('pfl')).toBeGreaterThan(tags.indexOf('la'));
  });

  it('finds rare languages only where no other is meant, and before it mends a letter', () => {
    const rest = createLanguageSearch(restTable, { uiName: () => null }, []);
    const find = (query: string) => findLanguages([core, rest], query, 3).map(({ entry }) => entry.tag);

    expect(find('ghotuo')).toEqual(['aaa']);
    expect(find('zyphe chin')).toEqual(['zyp']);
    expect(find('aaa')).toEqual(['aaa']);
    expect(find('german')).toEqual(tagsFor('german'));
    expect(find('polari')).toEqual(['pld']);
    expect(find('germn')).toEqual(tagsFor('germn'));
    expect(find('ghotuoo')).toEqual(['aaa']);
  });

  it('forgives a letter only where nothing else is found', () => {
    expect(tagsFor('dari', 100)).not.toContain('mwr');
    expect(tagsFor('xyzw', 100)).toEqual([]);
    expect(tagsFor('zzz', 100)).toEqual([]);
  });

  it.each(['', '   ', '()', "'"])('finds nothing for %j', (query) => {
    expect(search(query, 10)).toEqual([]);
  });

  it('keeps to the limit', () => {
    expect(search('a', 7)).toHaveLength(7);
  });

  it('answers a pasted page at once', () => {
    const startedAt = performance.now();
    for (const query of ['de '.repeat(3333), 'q'.repeat(10_000), '🤟'.repeat(5000)]) {
      expect(search(query, 10)).toEqual([]);
    }

    // A budget for all three that only something quadratic misses, on however slow a machine.
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
