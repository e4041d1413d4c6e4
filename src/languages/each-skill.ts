import { changedFields } from './fields';
import type { LanguageFields } from './language';
import { isLevel, type Level } from './levels';
import { isLinked, rowLevel, type Skill } from './skills';

/**
 * What changes when the person sets one skill. Skills of a linked row that nobody has spoken of keep what the row
 * showed for them until now; speaking takes the whole level along, because it is what the row shows.
 */
export function withSkill(fields: LanguageFields, skill: Skill, level: Level): Partial<LanguageFields> {
  const shown = rowLevel(fields);
  const kept = fields[skill] !== level && isLinked(fields) && isLevel(shown) ? shown : null;
  return changedFields(fields, {
    spoken: fields.spoken ?? kept,
    written: fields.written ?? kept,
    reading: fields.reading ?? kept,
    [skill]: level,
    ...(skill === 'spoken' && fields.proficiency !== null && { proficiency: level }),
  });
}

/** What changes when one level shall say all again: each skill takes the one that the row shows. */
export function withOneLevel(fields: LanguageFields): Partial<LanguageFields> {
  const level = rowLevel(fields);
  if (!isLevel(level)) return {};
  return changedFields(fields, { spoken: level, written: level, reading: level });
}
