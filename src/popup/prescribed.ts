import type { LanguageFields } from '../languages/language';
import { languageNames } from '../languages/names';
import { canonicalTag } from '../languages/tags';
import { NO_POLICY, type Policy } from '../storage/policy';
import { policy } from '../storage/registration-keys';
import { readStored, type StorageRecord } from '../storage/stored';

/** What the organisation prescribes, out of all that storage holds. */
export function policyIn(record: StorageRecord): Policy {
  return readStored(record, policy) ?? NO_POLICY;
}

/** A language that is added, as the organisation wants it: with its audience, and named in its language. */
export function asPrescribed(fields: LanguageFields, record: StorageRecord): LanguageFields {
  const { defaultAudience, displayNameLanguage } = policyIn(record);
  const name = displayNameLanguage === null ? null : nameIn(displayNameLanguage, fields);
  return {
    ...fields,
    displayName: name ?? fields.displayName,
    audience: defaultAudience ?? fields.audience,
  };
}

/** Its name in that language: of the variety, where its English name is that of one. */
function nameIn(locale: string, { tag, displayName }: LanguageFields): string | null {
  const canonical = canonicalTag(tag ?? '');
  if (canonical === null) return null;
  const [language = ''] = canonical.split('-', 1);
  const isVariety = languageNames('en').uiName(language) !== displayName;
  return languageNames(locale).uiName(isVariety ? canonical : language);
}
