import type { LanguageLine } from '../outbox/fold';

/**
 * True for a language that Microsoft only inferred, as long as the person has not said that it is right, and nothing
 * that they said of it is on its way or waits for them: it is suggested and not listed.
 */
export function isGuess({ isVerified, isEditable, progress }: LanguageLine): boolean {
  return isVerified === false && isEditable && progress === 'saved';
}
