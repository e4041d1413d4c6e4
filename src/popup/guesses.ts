import type { LanguageLine } from '../outbox/fold';
import type { Preferences } from '../storage/preferences';
import { isGuess } from './is-guess';
import { isPutAside } from './put-aside';

/** The list needs its room. */
const MOST = 2;

/** What Microsoft guesses and nobody has said anything about, surest first: two at most, until those are answered. */
export function guessesOf(lines: readonly LanguageLine[], preferences: Preferences): LanguageLine[] {
  return lines
    .filter((line) => isGuess(line) && !isPutAside(preferences, 'guess', line))
    .sort((a, b) => sureness(b) - sureness(a))
    .slice(0, MOST);
}

function sureness({ inference }: LanguageLine): number {
  return inference?.confidence ?? 0;
}
