import { cefrHint, isLevel, type Level } from '../languages/levels';
import type { LevelWord } from '../languages/language';
import { type Word, word } from '../ui/words';

const WORDS: Readonly<Record<Level, Word>> = {
  elementary: 'level_elementary',
  conversational: 'level_conversational',
  limitedWorking: 'level_limitedWorking',
  professionalWorking: 'level_professionalWorking',
  fullProfessional: 'level_fullProfessional',
  nativeOrBilingual: 'level_nativeOrBilingual',
};

/** A level in words with the nearest level of the European framework, where there is one. */
export function levelWords(level: Level): string {
  const cefr = cefrHint(level);
  return cefr === null ? word(WORDS[level]) : word('levelWithHint', word(WORDS[level]), cefr);
}

/** Any level of the service in words, also none and one that this version does not know. */
export function anyLevelWords(level: LevelWord | null): string {
  if (isLevel(level)) return word(WORDS[level]);
  return level === null ? word('levelNone') : word('levelUnknown', level);
}
