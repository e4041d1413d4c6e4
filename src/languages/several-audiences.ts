import { AUDIENCES, isAudience, type Audience } from './audiences';

/**
 * The audiences that a word of the service names ("organization, federatedOrganizations"), narrowest first, each once;
 * null where it names none, or one that this version does not know. "me" beside others adds nothing and is left out.
 */
export function readAudiences(word: string): Audience[] | null {
  const words = word.split(',').map((part) => part.trim());
  if (!words.every(isAudience)) return null;
  const named = AUDIENCES.filter((audience) => words.includes(audience));
  return named.length > 1 ? named.filter((audience) => audience !== 'me') : named;
}
