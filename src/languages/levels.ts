/**
 * The service's six levels, lowest first, each with the level of the Common European Framework that comes nearest.
 * That hint is approximate: no official table relates the two scales. "Native" is no level of the framework.
 * @see https://learn.microsoft.com/graph/api/resources/languageproficiency?view=graph-rest-beta
 */
const SCALE = [
  ['elementary', 'A2'],
  ['conversational', 'B1'],
  ['limitedWorking', 'B2'],
  ['professionalWorking', 'C1'],
  ['fullProfessional', 'C2'],
  ['nativeOrBilingual', null],
] as const;

/** A level that this version knows, in the service's word. */
export type Level = (typeof SCALE)[number][0];

/** A level of the Common European Framework of Reference that is shown beside a {@link Level}. */
export type Cefr = NonNullable<(typeof SCALE)[number][1]>;

/** All levels, lowest first. */
export const LEVELS: readonly Level[] = SCALE.map(([level]) => level);

/** Whether the service's word is one of the six; false for words of a later version and for null. */
export function isLevel(word: unknown): word is Level {
  return SCALE.some(([level]) => level === word);
}

/** Place on the scale: 0 (elementary) to 5 (native or bilingual). */
export function levelOrdinal(level: Level): number {
  return LEVELS.indexOf(level);
}

/** The nearest level of the Common European Framework; null for native speakers. */
export function cefrHint(level: Level): Cefr | null {
  return SCALE.find(([word]) => word === level)?.[1] ?? null;
}
