import { changedFields } from './fields';
import type { LanguageFields, LevelWord } from './language';
import type { Level } from './levels';
import { isSignLanguage } from './sign';

/** The three abilities that the service keeps a level for. Of a sign language, "spoken" means signing. */
export type Skill = 'spoken' | 'written' | 'reading';

/** All skills, in the order in which they are shown. */
export const SKILLS: readonly Skill[] = ['spoken', 'reading', 'written'];

/** The fields that hold a level. */
export type LevelFields = Pick<LanguageFields, Skill | 'proficiency'>;

/** The level that a language's row shows; null where nobody has said one. */
export function rowLevel({ proficiency, spoken, reading, written }: LevelFields): LevelWord | null {
  return proficiency ?? spoken ?? reading ?? written;
}

/** Whether no skill says another level than the row: then one choice is meant for all of them. */
export function isLinked(fields: LevelFields): boolean {
  return SKILLS.every((skill) => fields[skill] === null || fields[skill] === rowLevel(fields));
}

/**
 * What changes when the person sets the level of the row: all skills while they are linked, else speaking, which is
 * then what the row shows. A sign language has one level only. The field that the service no longer describes follows where the language has it, or has
 * nothing else.
 */
export function withLevel(fields: LanguageFields, level: Level): Partial<LanguageFields> {
  const linked = isSignLanguage(fields.tag) || isLinked(fields);
  // The row says so already: filling the skills that nobody has spoken of would be a claim of ours.
  if (linked && rowLevel(fields) === level) return {};
  const hasNoSkill = SKILLS.every((skill) => fields[skill] === null);
  return changedFields(fields, {
    spoken: level,
    ...(linked && { written: level, reading: level }),
    ...((fields.proficiency !== null || hasNoSkill) && { proficiency: level }),
  });
}

/** A language that the person adds: every level field says the same. */
export function newLanguage({
  level,
  ...rest
}: Pick<LanguageFields, 'displayName' | 'tag' | 'audience'> & { readonly level: Level }): LanguageFields {
  return { ...rest, proficiency: level, spoken: level, written: level, reading: level };
}
