import type { ProfileLanguage } from '../../../src/languages/language';
import type { Level } from '../../../src/languages/levels';
import { newLanguage } from '../../../src/languages/skills';
import { aLanguage } from '../../support/builders';

/** A language of the person's own, with one level for all; its id is its tag. */
export function own(
  displayName: string,
  tag: string,
  level: Level,
  more: Partial<ProfileLanguage> = {},
): ProfileLanguage {
  const fields = newLanguage({ displayName, tag, level, audience: 'organization' });
  return aLanguage({ ...fields, id: tag, createdAt: '2024-03-11T08:15:42Z', ...more });
}

export const german = own('German', 'de-DE', 'professionalWorking');
export const japanese = own('日本語', 'ja-JP', 'conversational');
export const norwegian = own('Norwegian Bokmål', 'nb-NO', 'nativeOrBilingual');
export const locked = own('English', 'en-US', 'fullProfessional', { source: 'directory', isEditable: false });

/** What many profiles look like, with a language of the organisation's, a sign language and other scripts. */
export const typical: readonly ProfileLanguage[] = [
  norwegian,
  german,
  own('العربية', 'ar-EG', 'limitedWorking'),
  japanese,
  own('British Sign Language', 'bfi', 'elementary'),
  locked,
];

export const differing = own('German', 'de-DE', 'professionalWorking', {
  reading: 'fullProfessional',
  written: 'limitedWorking',
  audience: 'me',
});
