import { isOddTag, mendedTag } from './odd-tags';
import { canonicalTag, REGION } from './tags';

const scriptNames = new Intl.DisplayNames('en', { type: 'script', fallback: 'none' });

/** A language, its script and its country, with blanks between them. */
const WITH_BLANKS = /^[a-z]{2,3}(?: [a-z]{4})?(?: (?:[a-z]{2}|\d{3}))?$/i;
const VARIETY = /-(?:[A-Z][a-z]{3}|[A-Z]{2}|\d{3})(?=-|$)/;

/**
 * The tag that somebody types: in its usual spelling, with the country as it is called today ("en-UK" is "en-GB"), and
 * what an odd one probably means ("no-NB"). Blanks may stand for hyphens ("pt br"). Null where it is no tag, or has a
 * script that there is not.
 */
export function typedTag(query: string): string | null {
  const text = query.trim().replace(/\s+/g, ' ');
  const hasBlanks = WITH_BLANKS.test(text);
  const tag = canonicalTag(hasBlanks ? text.replaceAll(' ', '-') : text);
  // Most that is typed is a name, or the language alone.
  if (tag === null || !saysVariety(tag)) return tag;
  const { script, region } = new Intl.Locale(tag);
  if (script !== undefined && scriptNames.of(script) === undefined) return null;
  // Two words are no tag because they look like one.
  if (hasBlanks && isOddTag(tag)) return null;
  return mendedTag(tag) ?? (region === undefined ? tag : tag.replace(REGION, `-${region}`));
}

/** Whether a tag in its usual spelling says in which script or country: then it is the very one that is meant. */
export function saysVariety(tag: string): boolean {
  return VARIETY.test(tag);
}
