import { describe, expect, it } from 'vitest';
import { restTable } from '../../src/languages/rest-table';
import { languageTable } from '../../src/languages/table';

const byTag = new Map(languageTable.map((entry) => [entry.tag, entry]));

describe('the table of languages', () => {
  it('has each tag once, in order', () => {
    const tags = languageTable.map(({ tag }) => tag);

    expect(tags).toEqual([...new Set(tags)].sort());
    expect(tags.length).toBeGreaterThan(800);
  });

  it('names every language', () => {
    const isClean = (name: string): boolean => name !== '' && name.trim() === name && !/[<>|\t\n]/.test(name);
    const unclean = languageTable.filter(
      ({ englishName, ownName, aliases }) => ![englishName, ownName ?? '-', ...aliases].every(isClean),
    );

    expect(unclean).toEqual([]);
  });

  it('gives no two languages the same English name', () => {
    const names = languageTable.map(({ englishName }) => englishName);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('knows the sign languages', () => {
    const signed = languageTable.filter(({ isSign }) => isSign);

    expect(signed.length).toBeGreaterThan(150);
    expect(signed.filter(({ englishName }) => !/\b(?:Sign|Auslan)\b/.test(englishName))).toEqual([]);
  });

  it.each([
    ['cy', 'Welsh', 'Cymraeg'],
    ['ja', 'Japanese', '日本語'],
    ['zh-Hant', 'Chinese (Traditional)', '中文（繁體）'],
    ['pt-BR', 'Portuguese (Brazil)', 'português (Brasil)'],
    ['sr-Latn', 'Serbian (Latin)', 'srpski (latinica)'],
    ['yue', 'Cantonese', '粵語'],
    ['gsg', 'German Sign Language', 'Deutsche Gebärdensprache'],
    ['akk', 'Akkadian', null],
  ])('calls %s %j and %j', (tag, englishName, ownName) => {
    expect(byTag.get(tag)).toMatchObject({ englishName, ownName });
  });

  it.each(['mul', 'und', 'zxx', 'sgn', 'fa-AF'])('does not offer %s', (tag) => {
    expect(byTag.has(tag)).toBe(false);
  });
});

describe('the table of all other languages', () => {
  it('has each tag once, in order, and none that the first table has', () => {
    const tags = restTable.map(({ tag }) => tag);

    expect(tags).toEqual([...new Set(tags)].sort());
    expect(tags.filter((tag) => byTag.has(tag))).toEqual([]);
    expect(tags.length + languageTable.length).toBeGreaterThan(7_900);
  });

  it('names every language, and no family of languages', () => {
    expect(restTable.filter(({ englishName }) => englishName.trim() !== englishName || !englishName)).toEqual(
      [],
    );
    expect(restTable.filter(({ englishName }) => englishName.endsWith('languages'))).toEqual([]);
  });
});
