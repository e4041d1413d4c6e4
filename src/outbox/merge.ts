import { FIELD_NAMES } from '../languages/fields';
import type { LanguageFields } from '../languages/language';

/** What is left to send of a change after a look at the profile, and what only the person can decide. */
export interface Merge {
  /** The fields that the profile does not have as wanted yet. */
  readonly changes: Partial<LanguageFields>;
  /** True where a wanted field was changed by somebody else to a third value. */
  readonly isClash: boolean;
}

/**
 * Three-way merge per field. Only fields that the person changed are looked at: wanted = theirs, nothing to do;
 * base = theirs, send ours; else it is a clash. Two people's changes of different fields merge without a word.
 */
export function merge(base: LanguageFields, changes: Partial<LanguageFields>, theirs: LanguageFields): Merge {
  const names = FIELD_NAMES.filter((name) => name in changes && changes[name] !== theirs[name]).filter(
    // A guess that Microsoft took back needs no word about it.
    (name) => name !== 'isVerified' || theirs.isVerified !== undefined,
  );
  return {
    changes: Object.fromEntries(names.map((name) => [name, changes[name]])),
    isClash: names.some((name) => base[name] !== theirs[name]),
  };
}
