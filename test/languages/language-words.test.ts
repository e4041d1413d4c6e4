import { describe, expect, it } from 'vitest';
import { languageNames } from '../../src/languages/names';
import { restTable } from '../../src/languages/rest-table';
import { createLanguageSearch, findLanguages, type LanguageSearch } from '../../src/languages/search';
import { languageTable } from '../../src/languages/table';

const core = createLanguageSearch(languageTable, languageNames('en'), []);
const firstTag = (searches: readonly LanguageSearch[], query: string) =>
  findLanguages(searches, query, 1)[0]?.entry.tag;

describe('a search for what people call their languages', () => {
  it.each([
    // With a word for "language" beside the name.
    ['русский язык', 'ru'],
    ['українська мова', 'uk'],
    ['język polski', 'pl'],
    ['eesti keel', 'et'],
    ['srpski jezik', 'sr'],
    ['english language', 'en'],
    ['اللغة العربية', 'ar'],
    ['русскй язык', 'ru'],
    ['ภาษาไทย', 'th'],
    ['한국말', 'ko'],
    ['普通話', 'zh'],
    // By hand, where the name itself is another one then.
    ['limba română', 'ro'],
    ['suomen kieli', 'fi'],
    ['langue française', 'fr'],
    ['deutsche Sprache', 'de'],
    ['繁体中文', 'zh-Hant'],
    ['簡體中文', 'zh-Hans'],
    ['国语', 'zh'],
    ['हिंदी', 'hi'],
    ['plattdeutsch', 'nds'],
    ['Quebecois', 'fr-CA'],
    ['Hollands', 'nl'],
    ['Schwiizerdütsch', 'gsw'],
  ])('for %j finds %s before all others', (query, tag) => {
    expect(firstTag([core], query)).toBe(tag);
  });

  it.each([
    ['zh-CN', '英文', 'en'],
    ['zh-CN', '日文', 'ja'],
    ['zh-CN', '韩文', 'ko'],
    ['zh-CN', '德文', 'de'],
    ['zh-CN', '法文', 'fr'],
    ['pl', 'język angielski', 'en'],
    ['ja', '英文', 'en'],
  ])('on pages in %s for %s finds %s before its sign language', (locale, query, tag) => {
    const there = createLanguageSearch(languageTable, languageNames(locale), []);

    expect(there.exactly(query, 1)[0]?.entry.tag).toBe(tag);
  });

  it('finds a rare language whose name has a word for "language"', () => {
    const rest = createLanguageSearch(restTable, { uiName: () => null }, []);

    for (const [name, tag] of [
      ['East Limba', 'lma'],
      ['Tetun Dili', 'tdt'],
    ] as const) {
      expect(firstTag([core, rest], name)).toBe(tag);
    }
  });
});
