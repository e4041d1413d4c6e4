import { canonicalTag, likelyTag } from './tags';

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Forms of Norwegian that some write where a country belongs: "no-NB". */
const NORWEGIAN_FORMS: ReadonlySet<string> = new Set(['NB', 'NN']);

/** Tags that people agreed on among themselves: Intl takes them for none. @see https://www.rfc-editor.org/rfc/rfc5646#section-2.2.7 */
const PRIVATE = /^x(?:-[a-z0-9]{1,8})+$/i;

/** True for a tag by which nobody would find a language: it is malformed, or names a country that there is not. */
export function isOddTag(tag: string): boolean {
  if (PRIVATE.test(tag.trim())) return false;
  const canonical = canonicalTag(tag);
  return canonical === null || unknownRegion(canonical) !== null;
}

/** The tag that was probably meant by an odd one; null where the tag is not odd, or nobody can say. */
export function mendedTag(tag: string): string | null {
  const canonical = canonicalTag(tag);
  const region = canonical === null ? null : unknownRegion(canonical);
  if (canonical === null || region === null) return null;
  const isForm = canonical.startsWith('no-') && NORWEGIAN_FORMS.has(region);
  return likelyTag(isForm ? region.toLowerCase() : canonical.replace(`-${region}`, ''));
}

function unknownRegion(canonical: string): string | null {
  const { region } = new Intl.Locale(canonical);
  return region === undefined || regionNames.of(region) !== undefined ? null : region;
}
