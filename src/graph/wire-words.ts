import type { AllowedAudiences, LanguageProficiencyLevel } from '@microsoft/microsoft-graph-types-beta';

/** The values of the service's metadata: it has been seen to answer with these numbers, as text, instead of the words. */
const LEVELS = {
  elementary: 0,
  conversational: 1,
  limitedWorking: 2,
  professionalWorking: 3,
  fullProfessional: 4,
  nativeOrBilingual: 5,
  unknownFutureValue: 6,
} as const satisfies Record<LanguageProficiencyLevel, number>;

/** Flags; `me` is the absence of all others. */
const AUDIENCES = {
  me: 0,
  family: 1,
  contacts: 2,
  groupMembers: 4,
  organization: 8,
  federatedOrganizations: 16,
  everyone: 32,
  unknownFutureValue: 64,
} as const satisfies Record<AllowedAudiences, number>;

/** The word for a level as the service gave it: a number becomes its word, anything else stays as it is. */
export function toLevelWord(given: string): string {
  return Object.entries(LEVELS).find(([, value]) => String(value) === given)?.[0] ?? given;
}

/** The words for an audience as the service gave it: a number becomes its words, anything else stays as it is. */
export function toAudienceWord(given: string): string {
  const flags = /^\d{1,3}$/.test(given) ? Number(given) : null;
  if (flags === null || flags >= 2 * AUDIENCES.unknownFutureValue) return given;
  const words = Object.entries(AUDIENCES).filter(([, flag]) => flag === flags || (flags & flag) !== 0);
  return words.map(([word]) => word).join(',');
}

/** Whether the service takes this level: `unknownFutureValue` and words of later versions it does not, or not from us. */
export function isWritableLevel(word: string): word is LanguageProficiencyLevel {
  return Object.hasOwn(LEVELS, word) && word !== 'unknownFutureValue';
}

/** Whether the service takes this audience: one word, or several joined by commas, as {@link isWritableLevel}. */
export function isWritableAudience(words: string): words is AllowedAudiences {
  return words
    .split(',')
    .every((word) => Object.hasOwn(AUDIENCES, word.trim()) && word.trim() !== 'unknownFutureValue');
}
