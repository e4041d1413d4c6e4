import type { LanguageFields } from '../languages/language';
import { newLanguage } from '../languages/skills';
import { likelyTag } from '../languages/tags';

/**
 * A language as it is first put on the profile. Its level is the lowest one, because nobody shall claim more than they
 * said; the popup puts the focus on it. The name is English, because one stored name is shown to all colleagues.
 */
export function newLanguageFields(tag: string, englishName: string): LanguageFields {
  return newLanguage({
    displayName: englishName,
    // A variety that was picked stays as it is.
    tag: tag.includes('-') ? tag : likelyTag(tag),
    level: 'elementary',
    // What the service gives to one that says nothing.
    audience: 'organization',
  });
}
