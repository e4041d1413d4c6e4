import { applyFields, changedFields } from '../languages/fields';
import type { AddEdit, ChangeEdit, Edit, RemoveEdit } from './edit';

/**
 * The net effect of edits of one language that the service has never executed, oldest first; null when they cancel out.
 * It keeps the first edit's id and place in the order. An edit that was refused counts as never executed, so that a
 * newer one mends it.
 */
export function coalesce(edits: readonly [Edit, ...Edit[]]): Edit | null {
  const [first, ...rest] = edits;
  const net = rest.reduce<Edit | null>(
    (before, edit) => (before === null ? edit : combine(before, edit)),
    first,
  );
  const isNothing = net?.kind === 'change' && Object.keys(net.changes).length === 0;
  return isNothing ? null : net;
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
  if (earlier.kind === 'remove') return changeTo(earlier, later.fields);
  return { ...place(earlier), kind: 'add', fields: later.fields };
}

function changeAfter(earlier: Edit, later: ChangeEdit): Edit | null {
  switch (earlier.kind) {
    case 'add':
      return { ...earlier, fields: applyFields(earlier.fields, later.changes), state: { status: 'queued' } };
    case 'change': {
      const wanted = applyFields(applyFields(earlier.base, earlier.changes), later.changes);
      return changeTo(earlier, wanted);
    }
    case 'remove':
      // Somebody changed it in a window that had not seen the removal: the change wants it to stay.
      return changeTo(earlier, applyFields(earlier.base, later.changes));
  }
}

function removeAfter(earlier: Edit): Edit | null {
  if (earlier.kind === 'add') return null;
  return { ...place(earlier), kind: 'remove', base: earlier.base };
}

/**
 * The change that leads from the base of an edit to the wanted fields. One that changes nothing keeps that base as well:
 * what comes after it may have been made in a window that had not seen it.
 */
function changeTo(edit: ChangeEdit | RemoveEdit, wanted: ChangeEdit['base']): ChangeEdit {
  return { ...place(edit), kind: 'change', base: edit.base, changes: changedFields(edit.base, wanted) };
}

function place({ id, seq, account, language, madeAtMs, tries }: Edit) {
  return { id, seq, account, language, madeAtMs, tries, state: { status: 'queued' } } as const;
}
