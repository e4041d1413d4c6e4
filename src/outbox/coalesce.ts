import { applyFields, changedFields } from '../languages/fields';
import type { LanguageFields } from '../languages/language';
import type { Edit } from './edit';

/**
 * The net effect of edits of one language that the service has never executed, oldest first; null when they cancel out.
 * It keeps the first edit's id, place in the order and base. An edit that was refused counts as never executed, so that
 * a newer one mends it.
 */
export function coalesce(edits: readonly [Edit, ...Edit[]]): Edit | null {
  const [first] = edits;
  const { id, seq, account, language, madeAtMs, tries } = first;
  const place = { id, seq, account, language, madeAtMs, tries, state: { status: 'queued' } } as const;
  const end = edits.reduce<LanguageFields | null>(wantedAfter, null);
  if (first.kind === 'add' || findsItGone(edits)) {
    return end === null ? null : { ...place, kind: 'add', fields: end };
  }
  const { base } = first;
  if (end === null) return { ...place, kind: 'remove', base };
  const changes = changedFields(base, end);
  return Object.keys(changes).length === 0 ? null : { ...place, kind: 'change', base, changes };
}

/** What the list shows after one more edit (`fold.ts`), null where the language is not in it. */
function wantedAfter(before: LanguageFields | null, edit: Edit): LanguageFields | null {
  switch (edit.kind) {
    case 'add':
      return edit.fields;
    case 'change':
      // Where it was removed, this was made in a window that had not seen the removal: the change wants it to stay.
      return applyFields(before ?? edit.base, edit.changes);
    case 'remove':
      return null;
  }
}

/** True where it is added without having been removed here: somebody else has removed it. */
function findsItGone(edits: readonly Edit[]): boolean {
  return edits.some(({ kind }, at) => kind === 'add' && edits[at - 1]?.kind !== 'remove');
}
