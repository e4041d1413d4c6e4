import type { LanguageFields } from '../languages/language';
import { newLanguage } from '../languages/skills';
import { canonicalTag, likelyTag } from '../languages/tags';

/**
 * A language as it is first put on the profile: in the variety that the person browses in (`browserTags`), else in that
 * of most of its speakers, unless they picked or typed one. Its level is the lowest one, because nobody shall claim more
 * than they said; the popup puts the focus on it. The name is English, because one stored name is shown to all colleagues.
 */
export function newLanguageFields(
  tag: string,
  englishName: string,
  browserTags: readonly string[],
): LanguageFields {
  const own = browserTags.map(canonicalTag).find((each) => each?.startsWith(`${tag}-`));
  return newLanguage({
    displayName: englishName,
    tag: tag.includes('-') ? tag : (own ?? likelyTag(tag)),
    level: 'elementary',
    // What the service gives to one that says nothing.
    audience: 'organization',
  });
}
