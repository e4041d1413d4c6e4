import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The names that CLDR gives to languages, in English and in the languages themselves. */
export function openCldr(folder) {
  const main = join(folder, 'main');
  const locales = readdirSync(main).sort();

  /** One file of the locale, or of the language alone where the locale has no file. */
  function read(tag, file, key) {
    const locale = existsSync(join(main, tag)) ? tag : tag.split('-')[0];
    const path = join(main, locale, `${file}.json`);
    if (!existsSync(path)) return {};
    return JSON.parse(readFileSync(path, 'utf8')).main[locale].localeDisplayNames[key];
  }

  /** "Portuguese (Brazil)": the language and what makes the variety, as the locale writes both. */
  function varietyName(tag, locale) {
    const [language, part] = tag.split('-');
    const base = read(locale, 'languages', 'languages')[language];
    const qualifier =
      part.length === 4
        ? read(locale, 'scripts', 'scripts')[part]
        : read(locale, 'territories', 'territories')[part];
    if (!base || !qualifier) return undefined;
    const { localePattern } = read(locale, 'localeDisplayNames', 'localeDisplayPattern');
    return localePattern.replace('{0}', base).replace('{1}', qualifier);
  }

  const english = read('en', 'languages', 'languages');
  const name = (tag, locale) =>
    tag.includes('-') ? varietyName(tag, locale) : read(locale, 'languages', 'languages')[tag];

  return {
    /** Every language and variety that has an English name. */
    tags: Object.keys(english).filter((tag) => !/-(?:alt|menu)-/.test(tag)),
    englishName: (tag) => name(tag, 'en'),
    ownName: (tag) => name(tag, tag),
    /** Other names: of a variety as one word, alternatives in English, and the own name in other scripts. */
    otherNames(tag) {
      const scripts = locales.filter((locale) => /^[a-z]+-[A-Z][a-z]{3}$/.test(locale));
      return [
        ...(tag.includes('-') ? [english[tag], read(tag, 'languages', 'languages')[tag]] : []),
        ...['long', 'menu', 'official', 'short', 'variant'].map((form) => english[`${tag}-alt-${form}`]),
        ...scripts.filter((locale) => locale.startsWith(`${tag}-`)).map((locale) => name(tag, locale)),
      ].filter(Boolean);
    },
  };
}
