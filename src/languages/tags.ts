import type { LanguageFields } from './language';
import { replaceOutdated } from './outdated-tags';
import { isSignLanguage } from './sign';

/** Languages that the browser's data puts into a country although people of no one country share them. */
const SHARED_BY_MANY: ReadonlySet<string> = new Set(['cu', 'ie', 'la', 'lad', 'pi', 'yi']);

/** The region of a tag in its usual spelling. */
export const REGION = /-(?:[A-Z]{2}|\d{3})(?=-|$)/;
const LANGUAGE_AND_SCRIPT = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?/;

/**
 * The tag in its usual spelling ("PT_br" is "pt-BR", "iw" is "he"); null where it is no tag. What the person chose
 * stays: unlike `Intl.getCanonicalLocales`, this does not turn Dari into Persian or Mandarin into Chinese.
 */
export function canonicalTag(tag: string): string | null {
  const current = replaceOutdated(tag.trim().replaceAll('_', '-').toLowerCase());
  return isWellFormed(current) ? withUsualCase(current) : null;
}

/**
 * The key by which two languages count as the same one: the tag where there is a valid one, else the name. "de" and
 * "de-DE" are one language, written by two writers.
 */
export function naturalKey({ tag, displayName }: Pick<LanguageFields, 'tag' | 'displayName'>): string {
  const key = tag === null ? null : tagKey(tag);
  return key === null ? `n:${displayName.normalize('NFKC').trim().toLowerCase()}` : `t:${key}`;
}

/** Of tags that were asked for before: an outbox compares the same few ones with each other for every edit. */
const tagKeys = new Map<string, string | null>();

function tagKey(tag: string): string | null {
  const before = tagKeys.get(tag);
  if (before !== undefined) return before;
  const canonical = canonicalTag(tag);
  const key = canonical === null ? null : likelyTag(canonical).toLowerCase();
  tagKeys.set(tag, key);
  return key;
}

/**
 * The tag with the region where most of its speakers live, as other writers of profiles fill it in ("de-DE"). A tag
 * with a region stays, and so does one of a sign, constructed or regionless language, or one that is malformed.
 */
export function likelyTag(tag: string): string {
  const canonical = canonicalTag(tag);
  if (canonical === null) return tag;
  if (REGION.test(canonical) || isSignLanguage(canonical) || SHARED_BY_MANY.has(canonical)) return canonical;
  const { region } = new Intl.Locale(canonical).maximize();
  const isCountry = region !== undefined && region !== '001';
  return isCountry ? canonical.replace(LANGUAGE_AND_SCRIPT, `$&-${region}`) : canonical;
}

/** A tag and what it is a variety of, narrowest first: "zh-Hant-TW", "zh-Hant", "zh". Empty for what is no tag. */
export function wideningTags(tag: string): string[] {
  const parts = canonicalTag(tag)?.split('-') ?? [];
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    // A RangeError is how Intl says no.
    return false;
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1 */
function withUsualCase(tag: string): string {
  const [main = '', ...extensions] = tag.split(/(?=-[a-z0-9]-)/);
  const usual = main
    .replace(/-[a-z]{4}(?=-|$)/, (script) => `-${script.charAt(1).toUpperCase()}${script.slice(2)}`)
    .replace(/-[a-z]{2}(?=-|$)/, (region) => region.toUpperCase());
  return usual + extensions.join('');
}
