import type { LanguageFields } from './language';
import { mendedTag } from './odd-tags';
import { canonicalTag, naturalKey } from './tags';

/** Forms of a language that many write for the whole of it. Between themselves they are different languages. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ['nb', 'no'],
  ['nn', 'no'],
]);

type Named = Pick<LanguageFields, 'tag' | 'displayName'>;

/**
 * How two languages of a profile are alike: `same` where they are one language, `near` where hardly anybody means two
 * by them (Norwegian and Norwegian Bokmål, Chinese and its usual script, one name under two tags); else null.
 */
export function resemblance(one: Named, other: Named): 'same' | 'near' | null {
  const [key, otherKey] = [naturalKey(one), naturalKey(other)];
  if (key === otherKey) return 'same';
  if (nameOf(one) !== '' && nameOf(one) === nameOf(other)) return 'near';
  const [keys, otherKeys] = [nearKeys(one), nearKeys(other)];
  const isNear = keys.some((each) => each === otherKeys[0]) || otherKeys.some((each) => each === keys[0]);
  return isNear ? 'near' : null;
}

/** Of tags that were asked for before: a list asks about each pair of its languages. */
const keysOfTags = new Map<string, string[]>();

/** The key of the language itself, then those of what it is hardly different from. */
function nearKeys({ tag, displayName }: Named): string[] {
  const mended = tag === null ? null : (mendedTag(tag) ?? canonicalTag(tag));
  if (mended === null) return [naturalKey({ tag, displayName })];
  const before = keysOfTags.get(mended);
  if (before) return before;
  const keys = widened(mended).map((each) => naturalKey({ tag: each, displayName }));
  keysOfTags.set(mended, keys);
  return keys;
}

/** The tag, and those of the languages that it is hardly different from. */
function widened(tag: string): string[] {
  const [language = ''] = tag.split('-', 1);
  const whole = WHOLE.get(language) ?? usualLanguage(language);
  return [tag, tag.replace(language, whole), tag.replace(/-[A-Z][a-z]{3}(?=-|$)/, '')];
}

/** What Unicode writes for a language: cmn is zh and arb is ar. One that it calls a variety stays as it is. */
function usualLanguage(language: string): string {
  const [usual = language] = Intl.getCanonicalLocales(language);
  return usual.includes('-') ? language : usual;
}

function nameOf({ displayName }: Named): string {
  return displayName.normalize('NFKC').trim().toLowerCase();
}
