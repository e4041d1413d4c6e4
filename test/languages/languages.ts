import fc from 'fast-check';
import type { LanguageFields } from '../../src/languages/language';
import { LEVELS } from '../../src/languages/levels';

/** A row about which nobody has said anything but its name. */
export function someFields(fields: Partial<LanguageFields> = {}): LanguageFields {
  return {
    displayName: 'Welsh',
    tag: 'cy-GB',
    proficiency: null,
    spoken: null,
    written: null,
    reading: null,
    audience: 'organization',
    ...fields,
  };
}

export const anyLevel = fc.constantFrom(...LEVELS);

/** Levels as the service may have them: absent, known, or of a later version. Few, so that equal ones are common. */
const anyLevelWord = fc.constantFrom(null, 'elementary', 'fullProfessional', 'aLaterWord');

export const anyFields: fc.Arbitrary<LanguageFields> = fc.record({
  displayName: fc.constantFrom('Welsh', 'Cymraeg'),
  tag: fc.constantFrom(null, 'cy', 'cy-GB'),
  proficiency: anyLevelWord,
  spoken: anyLevelWord,
  written: anyLevelWord,
  reading: anyLevelWord,
  audience: fc.constantFrom(null, 'me', 'organization'),
});
