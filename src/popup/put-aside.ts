import type { LanguageLine } from '../outbox/fold';
import { isLine } from './is-line';
import type { Preferences } from '../storage/preferences';

/** What a question is about that the person can put aside for good. */
export type Question = 'guess' | 'twin' | 'tag';

/** True where the person does not want to be asked this about the language again. */
export function isPutAside({ putAside }: Preferences, question: Question, line: LanguageLine): boolean {
  return putAside.some(
    (each) => each.startsWith(`${question}:`) && isLine(line, each.slice(question.length + 1)),
  );
}

/** The preferences with one question more put aside. */
export function withPutAside(
  { putAside }: Preferences,
  question: Question,
  { ref }: LanguageLine,
): Pick<Preferences, 'putAside'> {
  return { putAside: [...putAside, `${question}:${ref}`] };
}
