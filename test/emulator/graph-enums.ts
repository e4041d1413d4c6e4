import type { AllowedAudiences, LanguageProficiencyLevel } from '@microsoft/microsoft-graph-types-beta';

/**
 * The members of the two enums with their numbers, as the metadata declares them.
 * @see https://graph.microsoft.com/beta/$metadata
 */
const LEVELS = {
  elementary: 0,
  conversational: 1,
  limitedWorking: 2,
  professionalWorking: 3,
  fullProfessional: 4,
  nativeOrBilingual: 5,
  unknownFutureValue: 6,
} as const satisfies Record<LanguageProficiencyLevel, number>;

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

/** The levels that a request may carry: the sentinel is not among them. */
export const LEVEL_NAMES = [
  'elementary',
  'conversational',
  'limitedWorking',
  'professionalWorking',
  'fullProfessional',
  'nativeOrBilingual',
] as const satisfies readonly LanguageProficiencyLevel[];

/** The flags as the service writes them, without the meaningless ones; null where one is unknown. */
export function normaliseAudiences(text: string): string | null {
  const names = text.split(',').map((name) => name.trim());
  if (names.some((name) => !isMember(AUDIENCES, name) || name === 'unknownFutureValue')) return null;
  // `me` is zero: beside another flag it says nothing.
  const audiences = Object.keys(AUDIENCES).filter((name) => name !== 'me' && names.includes(name));
  return audiences.join(',') || 'me';
}

/** The number of a level in a string, as some answers of the service have carried it. */
export function levelNumber(level: LanguageProficiencyLevel | null): string | null {
  return level === null ? null : String(LEVELS[level]);
}

/** The sum of the flags in a string. */
export function audiencesNumber(audiences: string | null): string | null {
  if (audiences === null) return null;
  const numbers = audiences.split(',').map((name) => (isMember(AUDIENCES, name) ? AUDIENCES[name] : 0));
  return String(numbers.reduce<number>((sum, number) => sum + number, 0));
}

function isMember<Members extends object>(members: Members, name: string): name is keyof Members & string {
  return Object.hasOwn(members, name);
}
