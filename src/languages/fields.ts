import { isAudience, narrower } from './audiences';
import type { LanguageFields } from './language';

type FieldName = keyof LanguageFields;

const EVERY_FIELD: Readonly<Record<FieldName, true>> = {
  displayName: true,
  tag: true,
  proficiency: true,
  spoken: true,
  written: true,
  reading: true,
  audience: true,
  isVerified: true,
};

/** The names of everything that a person can write about a language. */
export const FIELD_NAMES: readonly FieldName[] = Object.keys(EVERY_FIELD).filter(isFieldName);

/** The fields of `next` whose value is not that of `base`; fields that `next` leaves out did not change. */
export function changedFields(base: LanguageFields, next: Partial<LanguageFields>): Partial<LanguageFields> {
  const changed: { -readonly [Name in FieldName]?: LanguageFields[Name] } = {};
  const set = <Name extends FieldName>(name: Name, value: LanguageFields[Name]): void => {
    changed[name] = value;
  };
  for (const name of FIELD_NAMES) {
    const value = next[name];
    if (value !== undefined && value !== base[name]) set(name, value);
  }
  return changed;
}

/** The language with the changes on it; whatever else it carries stays. */
export function applyFields<Language extends LanguageFields>(
  language: Language,
  changes: Partial<LanguageFields>,
): Language {
  return { ...language, ...changes };
}

/** The fields of those names. */
export function pickFields(language: LanguageFields, names: readonly string[]): Partial<LanguageFields> {
  return Object.fromEntries(Object.entries(fieldsOf(language)).filter(([name]) => names.includes(name)));
}

/** Of a language of which only is known which one it is. */
export const NOTHING_SAID = {
  proficiency: null,
  spoken: null,
  written: null,
  reading: null,
  audience: null,
} as const;

/** Only what a person can write about a language, without what else it carries. */
export function fieldsOf(language: LanguageFields): LanguageFields {
  const { displayName, tag, proficiency, spoken, written, reading, audience, isVerified } = language;
  const fields = { displayName, tag, proficiency, spoken, written, reading, audience };
  return isVerified === undefined ? fields : { ...fields, isVerified };
}

/** What is said about a language, without which one it is, whose guess it was, and what was left open. */
export function saidFields(language: LanguageFields): Partial<LanguageFields> {
  const { displayName, tag, isVerified, ...rest } = fieldsOf(language);
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
}

/** What is said about a language where another leaves it open. */
export function emptyFields(language: LanguageFields, said: LanguageFields): Partial<LanguageFields> {
  return pickFields(
    said,
    FIELD_NAMES.filter((name) => language[name] === null && said[name] !== null),
  );
}

/**
 * The language with what is said of it by adding it once more. Of two audiences the narrower counts: nobody who may not
 * see a language may see it because it was added.
 */
export function withSaid<Language extends LanguageFields>(
  language: Language,
  added: LanguageFields,
): Language {
  const [one, other] = [language.audience, added.audience];
  const audience = isAudience(one) && isAudience(other) ? narrower(one, other) : (one ?? other);
  return { ...language, ...saidFields(added), audience };
}

/** Whether two languages say the same in every field that a person can write. */
export function areFieldsEqual(a: LanguageFields, b: LanguageFields): boolean {
  return FIELD_NAMES.every((name) => a[name] === b[name]);
}

function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(EVERY_FIELD, name);
}
