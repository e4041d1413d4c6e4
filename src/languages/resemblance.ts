import type { LanguageFields } from './language';
import { mendedTag } from './odd-tags';
import { canonicalTag, likelyTag, naturalKey } from './tags';

/** Forms of a language that many write for the whole of it. Between themselves they are different languages. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ['nb', 'no'],
  ['nn', 'no'],
]);

type Named = Pick<LanguageFields, 'tag' | 'displayName'>;

/** What a language is compared by with others: to be made once for each of a list. */
export interface Likeness {
  /** Without case; empty where it has none. */
  readonly name: string;
  readonly key: string;
  /** The key of the language that is meant, then those of what it is hardly different from. */
  readonly nearKeys: readonly string[];
}

/** By what a language is compared. */
export function likenessOf(language: Named): Likeness {
  const { tag, displayName } = language;
  const key = naturalKey(language);
  const meant = tag === null ? null : (mendedTag(tag) ?? canonicalTag(tag));
  const nearKeys =
    meant === null ? [key] : widened(meant).map((each) => naturalKey({ tag: each, displayName }));
  return { name: displayName.normalize('NFKC').trim().toLowerCase(), key, nearKeys };
}

/**
 * How two languages of a profile are alike: `same` where they are one language, `near` where hardly anybody means two
 * by them (Norwegian and Norwegian Bokmål, Chinese and its usual script, one name under two tags); else null.
 */
export function resemblance(one: Likeness, other: Likeness): 'same' | 'near' | null {
  if (one.key === other.key) return 'same';
  const isNear =
    (one.name !== '' && one.name === other.name) ||
    one.nearKeys.some((each) => each === other.nearKeys[0]) ||
    other.nearKeys.some((each) => each === one.nearKeys[0]);
  return isNear ? 'near' : null;
}

/** The tag, and those of the languages that it is hardly different from. */
function widened(tag: string): string[] {
  const [language = ''] = tag.split('-', 1);
  const whole = WHOLE.get(language) ?? usualLanguage(language);
  const withoutScript = (each: string) => each.replace(/-[A-Z][a-z]{3}(?=-|$)/, '');
  // Of a script that one country has, the country tells as well: zh-Hant is hardly different from zh-TW.
  return [tag, tag.replace(language, whole), withoutScript(tag), withoutScript(likelyTag(tag))];
}

/** What Unicode writes for a language: cmn is zh and arb is ar. One that it calls a variety stays as it is. */
function usualLanguage(language: string): string {
  const [usual = language] = Intl.getCanonicalLocales(language);
  return usual.includes('-') ? language : usual;
}
