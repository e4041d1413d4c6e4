import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordOf, shape, text } from '../../src/shape';
import english from '../../src/static/_locales/en/messages.json' with { type: 'json' };

type Words = ReadonlyMap<string, string>;

const FOLDER = 'src/static/_locales';
const LOCALES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nb', 'nl', 'pl', 'pt_BR', 'zh_CN'];

/** What is written alike in both languages, and no word that somebody forgot. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  de: ['cloud_china'],
  es: ['cloud_china'],
  fr: ['suggestions'],
  it: ['tenant'],
  nl: ['cloud_china', 'tenant'],
  pt_BR: ['cloud_china'],
};

const placeholder = shape({ content: text });
const keys = Object.keys(english);
/** The keys that come in the forms of a number, without the form. */
const counted = keys.filter((key) => keys.includes(key.replace(/_one$/, '_other')) && key.endsWith('_one'));
const bases = counted.map((key) => key.replace(/_one$/, ''));

/** Every message with its values named by their places ("$1"), as a browser puts them in. */
function wordsOf(locale: string): Words {
  const file: unknown = JSON.parse(readFileSync(`${FOLDER}/${locale}/messages.json`, 'utf8'));
  const entries = recordOf((value: unknown) => value)(file);
  if (!entries) throw new Error(`${locale} is no object`);
  return new Map(
    Object.entries(entries).map(([key, entry]) => {
      const message = shape({ message: text })(entry)?.message;
      const places = shape({ placeholders: recordOf(placeholder) })(entry)?.placeholders ?? {};
      if (message === undefined) throw new Error(`${locale}: ${key} has no message`);
      return [
        key,
        message.replace(/\$(\w+)\$/g, (whole, name: string) => places[name.toLowerCase()]?.content ?? whole),
      ];
    }),
  );
}

/** The plural forms that the language has for whole numbers. */
function formsOf(locale: string): string[] {
  const rules = new Intl.PluralRules(locale.replace('_', '-'));
  return [...new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)))];
}

function keysFor(locale: string): string[] {
  const plain = keys.filter((key) => !bases.some((base) => key === `${base}_one` || key === `${base}_other`));
  return [...plain, ...bases.flatMap((base) => formsOf(locale).map((form) => `${base}_${form}`))].sort();
}

function valuesIn(message: string): string[] {
  return [...message.matchAll(/\$\d/g)].map(([value]) => value).sort();
}

const englishWords = wordsOf('en');
const englishFor = (key: string) => {
  const base = bases.find((each) => key.startsWith(`${each}_`));
  return englishWords.get(base === undefined ? key : `${base}_other`) ?? '';
};

it('the words come in twelve languages', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(LOCALES);
});

describe.each(LOCALES)('the words of %s', (locale) => {
  const words = wordsOf(locale);

  it('lack none, have none to spare, and have every form that a number asks for', () => {
    expect([...words.keys()].sort()).toEqual(keysFor(locale));
  });

  it('put in the same values', () => {
    const wrong = [...words].filter(([key, message]) => {
      // "One edit" and "two edits" can say the number in words.
      const isInWords = /_(?:zero|one|two)$/.test(key) && valuesIn(message).length === 0;
      return !isInWords && valuesIn(message).join() !== valuesIn(englishFor(key)).join();
    });
    expect(wrong).toEqual([]);
  });

  it('are translated', () => {
    const same = [...words]
      .filter(([key, message]) => locale !== 'en' && key !== 'direction' && message === englishFor(key))
      .filter(([, message]) => /\p{L}{3}/u.test(message.replace(/\$\d/g, '')))
      .map(([key]) => key);
    expect(same.filter((key) => !(ALIKE[locale] ?? []).includes(key))).toEqual([]);
  });

  it('name buttons by what is written on them', () => {
    const pairs = ['confirm', 'dismiss', 'remove', 'putBack', 'preferContact'];
    const wrong = pairs.filter((key) => !words.get(`${key}Of`)?.includes(words.get(key) ?? ' '));
    expect(wrong).toEqual([]);
  });

  it('fit the stores', () => {
    expect(words.get('extensionName')?.length).toBeLessThanOrEqual(45);
    expect(words.get('extensionDescription')?.length).toBeLessThanOrEqual(132);
  });

  it('say which language they are, and how it is written', () => {
    const tag = words.get('locale') ?? '';
    expect(tag).toBe(locale.replace('_', '-'));
    expect(words.get('direction')).toBe(new Intl.Locale(tag).language === 'ar' ? 'rtl' : 'ltr');
  });
});
