import { applyFields, changedFields } from '../languages/fields';
import type { LanguageFields } from '../languages/language';
import type { Edit } from './edit';

/** What a person wants of a language after some edits. */
interface Wish {
  /** Kept when it is removed: a window that had not seen that may change it still. */
  readonly fields: LanguageFields;
  readonly isRemoved: boolean;
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
  const before: Wish = { fields: first.kind === 'add' ? first.fields : first.base, isRemoved: false };
  const { fields, isRemoved } = edits.reduce(after, before);
  if (first.kind === 'add' || isGone(edits)) return isRemoved ? null : { ...place, kind: 'add', fields };
  const { base } = first;
  if (isRemoved) return { ...place, kind: 'remove', base };
  const changes = changedFields(base, fields);
  return Object.keys(changes).length === 0 ? null : { ...place, kind: 'change', base, changes };
}

function after({ fields }: Wish, edit: Edit): Wish {
  switch (edit.kind) {
    case 'add':
      return { fields: edit.fields, isRemoved: false };
    case 'change':
      // Whoever changes it wants it to stay.
      return { fields: applyFields(fields, edit.changes), isRemoved: false };
    case 'remove':
      return { fields, isRemoved: true };
  }
}

/** True where somebody else has removed it: here it is added without having been removed. */
function isGone(edits: readonly Edit[]): boolean {
  const deciding = edits.find(({ kind }) => kind !== 'change');
  return deciding?.kind === 'add';
}
