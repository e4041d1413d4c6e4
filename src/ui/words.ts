import { browser } from '../browser';
import type messages from '../static/_locales/en/messages.json';

/** A key of `_locales`: a sentence that English does not have does not compile. */
export type Word = keyof typeof messages;

/** A key that comes in the forms of `Intl.PluralRules` (`…_one`, `…_other`), without the form. */
export type CountedWord = Word extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** The sentence in the person's language, with the values in their places. Values are text, never markup. */
export function word(key: Word, ...values: string[]): string {
  return browser.i18n.getMessage(key, values.map(withoutTurning));
}

/** Signs in a name that turn the direction of text would turn the words around it as well. */
function withoutTurning(value: string): string {
  return value.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** The sentence in the form that the number asks for; the number is its first value. */
export function countedWord(key: CountedWord, count: number): string {
  const form = new Intl.PluralRules(uiLocale()).select(count);
  const shown = new Intl.NumberFormat(uiLocale()).format(count);
  return browser.i18n.getMessage(`${key}_${form}`, shown) || browser.i18n.getMessage(`${key}_other`, shown);
}

/** The language of the words, in the variety of the browser where it has one: a BCP 47 tag. */
export function uiLocale(): string {
  const browsers = browser.i18n.getUILanguage();
  const ours = word('locale');
  return browsers.split('-', 1)[0] === ours.split('-', 1)[0] ? browsers : ours;
}

/** A moment as people say it: the time for today, else day and time. */
export function timeWords(timeMs: number, nowMs: number): string {
  const isToday = new Date(timeMs).toDateString() === new Date(nowMs).toDateString();
  const style = isToday
    ? ({ timeStyle: 'short' } as const)
    : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return new Intl.DateTimeFormat(uiLocale(), style).format(timeMs);
}

/** A day, written out. */
export function dateWords(timeMs: number): string {
  return new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'long' }).format(timeMs);
}
