import { applyFields, changedFields, saidFields } from '../languages/fields';
import type { LanguageFields } from '../languages/language';
import { type Edit, isNewRef, type RemoveEdit } from './edit';

/** What a person wants of a language after some edits. */
interface Wish {
  /** Kept when it is removed: a window that had not seen that may change it still. */
  readonly fields: LanguageFields;
  /** What removed it last; null while it shall be there. */
  readonly removal: RemoveEdit | null;
}

/**
 * The net effect of edits of one language that the service has never executed, oldest first; null when they cancel out.
 * It keeps the first edit's id, place in the order and base. An edit that was refused counts as never executed, so that
 * a newer one mends it.
 */
export function coalesce(edits: readonly [Edit, ...Edit[]]): Edit | null {
  const [first] = edits;
  const { id, seq, account, language, madeAtMs, tries } = first;
  const place = { id, seq, account, language, madeAtMs, tries, state: { status: 'queued' } } as const;
  const before: Wish = { fields: first.kind === 'add' ? first.fields : first.base, removal: null };
  const { fields, removal } = edits.reduce(after, before);
  if (first.kind === 'add') {
    if (removal === null) return { ...place, kind: 'add', fields };
    // The add had only met what is there: that is what the person saw and removed.
    return isNewRef(removal.language) ? null : { ...removal, ...place, language: removal.language };
  }
  const { base } = first;
  if (removal !== null) return { ...place, kind: 'remove', base };
  const changes = changedFields(base, fields);
  return Object.keys(changes).length === 0 ? null : { ...place, kind: 'change', base, changes };
}

function after({ fields, removal }: Wish, edit: Edit): Wish {
  switch (edit.kind) {
    case 'add':
      // What is there already only gets what the add says of it.
      return { fields: removal ? edit.fields : applyFields(fields, saidFields(edit.fields)), removal: null };
    case 'change':
      // Whoever changes it wants it to stay.
      return { fields: applyFields(fields, edit.changes), removal: null };
    case 'remove':
      return { fields, removal: edit };
  }
}
