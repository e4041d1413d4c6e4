import { changedFields, fieldsOf } from '../languages/fields';
import type { LanguageFields, LevelWord, ProfileLanguage } from '../languages/language';
import { naturalKey } from '../languages/tags';
import type { AddEdit, ChangeEdit, Edit, RemoveEdit } from '../outbox/edit';
import { merge } from '../outbox/merge';
import { resolveRef, type Snapshot } from '../outbox/snapshot';
import type { AccountState } from '../storage/account-state';

type ServiceFacts = AccountState['facts'];

/** The one request that an edit comes to, seen against the profile as it is now. */
export type Plan =
  | { readonly kind: 'create'; readonly fields: LanguageFields }
  | { readonly kind: 'update'; readonly id: string; readonly changes: Partial<LanguageFields> }
  | { readonly kind: 'remove'; readonly id: string }
  /** The profile already is as wanted; `id` is the language that is, null where it is gone as wanted. */
  | { readonly kind: 'nothing'; readonly id: string | null }
  /**
   * Only the person can say; `theirs` is what the profile has, null where it has no such language, and `edit` is what
   * they are asked about.
   */
  | { readonly kind: 'ask'; readonly edit: Edit; readonly theirs: LanguageFields | null };

/** Decides what an edit sends after the profile was read: the merge that keeps other people's changes. Pure. */
export function planSend(given: Edit, { languages, aliases }: Snapshot, facts: ServiceFacts): Plan {
  const ref = resolveRef(aliases, given.language);
  const current = languages.find(({ id }) => id === ref);
  const edit = facts.refusesProficiency ? leaveProficiency(given, current?.proficiency ?? null) : given;
  switch (edit.kind) {
    case 'add':
      return current ? planReturn(edit, current) : planAdd(edit, languages);
    case 'change':
      return planChange(edit, current);
    case 'remove':
      return planRemove(edit, current);
  }
}

/** The edit for a service that keeps its own level as a whole: as if the person had seen it and left it alone. */
function leaveProficiency(edit: Edit, proficiency: LevelWord | null): Edit {
  switch (edit.kind) {
    case 'add':
      return { ...edit, fields: { ...edit.fields, proficiency } };
    case 'change': {
      const { proficiency: _, ...changes } = edit.changes;
      return { ...edit, base: { ...edit.base, proficiency }, changes };
    }
    case 'remove':
      return { ...edit, base: { ...edit.base, proficiency } };
  }
}

/** Undo of a removal that never happened: the language shall be as it was. */
function planReturn({ fields }: AddEdit, current: ProfileLanguage): Plan {
  return updateOrNothing(current.id, changedFields(current, fields));
}

/** An add makes sure that the language is there: one that somebody else added meanwhile only gets what it lacks. */
function planAdd(edit: AddEdit, languages: readonly ProfileLanguage[]): Plan {
  const { fields, ...place } = edit;
  const key = naturalKey(fields);
  const twin = languages.find((language) => language.isEditable && naturalKey(language) === key);
  if (!twin) return { kind: 'create', fields };
  const { proficiency, spoken, written, reading } = fields;
  const empty = { ...twin, proficiency: null, spoken: null, written: null, reading: null };
  const levels = Object.entries({ proficiency, spoken, written, reading });
  const wanted = Object.fromEntries(levels.filter(([, level]) => level !== null));
  const { changes, isClash } = merge(empty, wanted, twin);
  if (!isClash) return updateOrNothing(twin.id, changes);
  const theirs = fieldsOf(twin);
  return {
    kind: 'ask',
    edit: { ...place, kind: 'change', language: twin.id, base: theirs, changes },
    theirs,
  };
}

function planChange(edit: ChangeEdit, current: ProfileLanguage | undefined): Plan {
  if (!current) return { kind: 'ask', edit, theirs: null };
  const { changes, isClash } = merge(edit.base, edit.changes, current);
  return isClash ? { kind: 'ask', edit, theirs: fieldsOf(current) } : updateOrNothing(current.id, changes);
}

function planRemove(edit: RemoveEdit, current: ProfileLanguage | undefined): Plan {
  if (!current) return { kind: 'nothing', id: null };
  // An organisation may overrule the audience at any time: that alone is no reason to ask again.
  const seen = { ...edit.base, audience: current.audience };
  const isAsSeen = Object.keys(changedFields(seen, current)).length === 0;
  return isAsSeen ? { kind: 'remove', id: current.id } : { kind: 'ask', edit, theirs: fieldsOf(current) };
}

function updateOrNothing(id: string, changes: Partial<LanguageFields>): Plan {
  return Object.keys(changes).length === 0 ? { kind: 'nothing', id } : { kind: 'update', id, changes };
}
