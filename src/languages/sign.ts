import subtags from './sign.json';

/** "sgn" is the code for all of them, with a country in older tags. */
const SIGN_LANGUAGES: ReadonlySet<string> = new Set(['sgn', ...subtags.split(' ')]);

/**
 * Whether a tag names a sign language, by the IANA registry's list (700 bytes, so that a list can ask without the
 * table). False for an absent tag.
 */
export function isSignLanguage(tag: string | null): boolean {
  return SIGN_LANGUAGES.has(tag?.split('-', 1)[0]?.toLowerCase() ?? '');
}
