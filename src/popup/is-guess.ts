import type { LanguageLine } from '../outbox/fold';

/**
 * True for a language that Microsoft only inferred, as long as the person has neither said that it is right nor changed
 * anything of it: it is suggested and not listed.
 */
export function isGuess({ isVerified, isEditable, progress, problem }: LanguageLine): boolean {
  return isVerified === false && isEditable && progress === 'saved' && problem === null;
}
