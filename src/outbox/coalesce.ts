import { applyFields, changedFields, NOTHING_SAID, pickFields, withSaid } from '../languages/fields';
import type { LanguageFields } from '../languages/language';
import { type Edit, isNewRef, languageOf, type LanguageRef, type RemoveEdit } from './edit';

/** What a person wants of a language after some edits. */
interface Wish {
  /** Kept when it is removed: a window that had not seen that may change it still. */
  readonly fields: LanguageFields;
  /** What removed it last; null while it shall be there. */
  readonly removal: RemoveEdit | null;
}

/**
 * The net effect of edits of one language that the service has never executed, oldest first; null when they cancel out.
 * It keeps the first edit's id and place in the order. An edit that was refused counts as never executed, so that a
 * newer one mends it.
 * @param ref What the language is called by now.
 * @param met What the profile has of it, as far as it was read.
 */
export function coalesce(
  edits: readonly [Edit, ...Edit[]],
  ref: LanguageRef = edits[0].language,
  met: LanguageFields | null = null,
): Edit | null {
  const [first] = edits;
  const { id, seq, account, language, madeAtMs, tries } = first;
  const place = { id, seq, account, language, madeAtMs, tries, state: { status: 'queued' } } as const;
  const base = seenBefore(edits);
  const before: Wish = { fields: base, removal: null };
  const { fields, removal } = edits.reduce(after, before);
  const isNew = first.kind === 'add' || isGone(edits);
  if (removal !== null) {
    if (!isNew || (first.kind === 'change' && met !== null)) return { ...place, kind: 'remove', base };
    if (isNewRef(ref)) return null;
    // The add had only met what is there: that is what the person saw and removed, but for what was their own wish.
    const seen = met === null ? removal.base : seenOf(met, removal.base);
    return { ...removal, ...place, language: removal.language, base: seen };
  }
  if (isNew) {
    const isBeside = first.kind === 'add' && first.isBeside === true;
    return { ...place, kind: 'add', fields, ...(isBeside && { isBeside }) };
  }
  const changes = changedFields(base, fields);
  return Object.keys(changes).length === 0 ? null : { ...place, kind: 'change', base, changes };
}

/** What was seen of each field before the first edit of it: a later edit may have seen what an earlier one wanted. */
function seenBefore(edits: readonly [Edit, ...Edit[]]): LanguageFields {
  const end = edits.findIndex(({ kind }) => kind !== 'change');
  const changes = edits.slice(0, end < 0 ? undefined : end).filter((edit) => edit.kind === 'change');
  // Whoever removes it has seen it last.
  const next = edits[end]?.kind === 'remove' ? edits[end] : edits[0];
  return changes.reduceRight<LanguageFields>(
    (seen, edit) => applyFields(seen, pickFields(edit.base, Object.keys(edit.changes))),
    languageOf(next),
  );
}

/** What was shown of a language on the profile under somebody's own wishes: of the fields that differ, nothing. */
function seenOf(met: LanguageFields, shown: LanguageFields): LanguageFields {
  const differing = Object.keys(changedFields(met, shown));
  return applyFields(shown, pickFields({ ...shown, ...NOTHING_SAID }, differing));
}

/** True where it is added without having been removed: it was gone, or another window added what is there. */
function isGone(edits: readonly Edit[]): boolean {
  return edits.find(({ kind }) => kind !== 'change')?.kind === 'add';
}

function after({ fields, removal }: Wish, edit: Edit): Wish {
  switch (edit.kind) {
    case 'add':
      // What is there already only gets what the add says of it.
      return { fields: removal ? edit.fields : withSaid(fields, edit.fields), removal: null };
    case 'change':
      // Whoever changes it wants it to stay.
      return { fields: applyFields(fields, edit.changes), removal: null };
    case 'remove':
      return { fields, removal: edit };
  }
}
