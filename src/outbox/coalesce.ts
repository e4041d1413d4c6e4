import { applyFields, changedFields } from '../languages/fields';
import type { AddEdit, ChangeEdit, Edit, RemoveEdit } from './edit';

/**
 * The net effect of edits of one language that the service has never executed, oldest first; null when they cancel out.
 * It keeps the first edit's id and place in the order. An edit that was refused counts as never executed, so that a
 * newer one mends it.
 */
export function coalesce(edits: readonly [Edit, ...Edit[]]): Edit | null {
  const [first, ...rest] = edits;
  return rest.reduce<Edit | null>((net, edit) => (net === null ? edit : combine(net, edit)), first);
}

function combine(earlier: Edit, later: Edit): Edit | null {
  switch (later.kind) {
    case 'add':
      return addAfter(earlier, later);
    case 'change':
      return changeAfter(earlier, later);
    case 'remove':
      return removeAfter(earlier);
  }
}

function addAfter(earlier: Edit, later: AddEdit): Edit | null {
  if (earlier.kind === 'remove') return changeOrNothing(earlier, later.fields);
  return { ...place(earlier), kind: 'add', fields: later.fields };
}

function changeAfter(earlier: Edit, later: ChangeEdit): Edit | null {
  switch (earlier.kind) {
    case 'add':
      return { ...earlier, fields: applyFields(earlier.fields, later.changes), state: { status: 'queued' } };
    case 'change': {
      const wanted = applyFields(applyFields(earlier.base, earlier.changes), later.changes);
      return changeOrNothing(earlier, wanted);
    }
    case 'remove':
      // Somebody changed it in a window that had not seen the removal: the change wants it to stay.
      return changeOrNothing(earlier, applyFields(earlier.base, later.changes));
  }
}

function removeAfter(earlier: Edit): Edit | null {
  if (earlier.kind === 'add') return null;
  return { ...place(earlier), kind: 'remove', base: earlier.base };
}

/** The change that leads from the base of an edit to the wanted fields; null where nothing is left to do. */
function changeOrNothing(edit: ChangeEdit | RemoveEdit, wanted: ChangeEdit['base']): ChangeEdit | null {
  const changes = changedFields(edit.base, wanted);
  if (Object.keys(changes).length === 0) return null;
  return { ...place(edit), kind: 'change', base: edit.base, changes };
}

function place({ id, seq, account, language, madeAtMs }: Edit) {
  return { id, seq, account, language, madeAtMs, state: { status: 'queued' } } as const;
}
