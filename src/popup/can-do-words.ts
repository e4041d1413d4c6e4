import type { Level } from '../languages/levels';
import { type Word, word } from '../ui/words';

const CAN_DO: Readonly<Record<Level, Word>> = {
  elementary: 'canDo_elementary',
  conversational: 'canDo_conversational',
  limitedWorking: 'canDo_limitedWorking',
  professionalWorking: 'canDo_professionalWorking',
  fullProfessional: 'canDo_fullProfessional',
  nativeOrBilingual: 'canDo_nativeOrBilingual',
};

/** What people with a level can do, in one line; said of signed languages too. */
export function canDoWords(level: Level): string {
  return word(CAN_DO[level]);
}
