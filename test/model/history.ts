import type { LanguageFields } from '../../src/languages/language';
import type { StoredLanguage } from '../emulator/graph-entity';
import type { Execution } from '../world/service-log';

/** The service's language as a person knows it. */
export function toFields(language: StoredLanguage): LanguageFields {
  const { tag, proficiency, spoken, written, reading } = language;
  const displayName = language.displayName ?? '';
  return { displayName, tag, proficiency, spoken, written, reading, audience: language.allowedAudiences };
}

/** One change of one language, in the words of a person. */
export interface Turn {
  readonly atMs: number;
  readonly id: string;
  readonly tag: string | null;
  readonly before: LanguageFields | null;
  readonly after: LanguageFields | null;
  /** `elsewhere` also for what was sent before the person signed out: nobody knows of it any more. */
  readonly by: 'client' | 'elsewhere';
  readonly execution: Execution;
}

/** What the changes mean. `isForgotten` tells of a request whether the person has signed out since it was sent. */
export function turnsOf(
  executions: readonly Execution[],
  account: string,
  isForgotten: (execution: Execution) => boolean,
): Turn[] {
  return executions
    .filter((execution) => execution.account === account)
    .map((execution) => {
      const { atMs, id } = execution;
      const before = execution.before && toFields(execution.before);
      const after = execution.after && toFields(execution.after);
      const by = isForgotten(execution) ? 'elsewhere' : execution.by;
      return { atMs, id, tag: (after ?? before)?.tag ?? null, before, after, by, execution };
    });
}

/** The change that gave a field of a language the value it has after so many changes; null: it was always so. */
export function writerOf(
  turns: readonly Turn[],
  id: string,
  field: keyof LanguageFields,
  count = turns.length,
): Turn | null {
  for (let index = count - 1; index >= 0; index -= 1) {
    const turn = turns[index];
    if (turn?.id !== id) continue;
    if (turn.before === null || turn.after?.[field] !== turn.before[field]) return turn;
  }
  return null;
}
