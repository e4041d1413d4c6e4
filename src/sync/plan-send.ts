import { isWritableAudience } from '../graph/wire-words';
import { areFieldsEqual, changedFields, fieldsOf, NOTHING_SAID, saidFields } from '../languages/fields';
import type { LanguageFields, LevelWord, ProfileLanguage } from '../languages/language';
import { naturalKey } from '../languages/tags';
import {
  type AddEdit,
  type ChangeEdit,
  type Edit,
  isNewRef,
  languageOf,
  type RemoveEdit,
} from '../outbox/edit';
import { merge } from '../outbox/merge';
import { asAnswered } from '../outbox/known-writes';
import { resolveRef } from '../outbox/aliases';
import type { Snapshot } from '../outbox/snapshot';
import type { AccountState } from '../storage/account-state';

type ServiceFacts = AccountState['facts'];

/** A plan that changes the profile. */
export type Request =
  | { readonly kind: 'create'; readonly fields: LanguageFields }
  | { readonly kind: 'update'; readonly id: string; readonly changes: Partial<LanguageFields> }
  | { readonly kind: 'remove'; readonly id: string };

/** What an edit comes to, seen against the profile as it is now: one request at most. */
export type Plan =
  | Request
  /** The profile already is as wanted; `id` is the language that is, null where it is gone as wanted. */
  | { readonly kind: 'nothing'; readonly id: string | null }
  /**
   * Only the person can say; `theirs` is what the profile has, null where it has no such language, and `edit` is what
   * they are asked about.
   */
  | { readonly kind: 'ask'; readonly edit: Edit; readonly theirs: LanguageFields | null };

/** Decides what an edit sends after the profile was read: the merge that keeps other people's changes. Pure. */
export function planSend(given: Edit, snapshot: Snapshot, facts: ServiceFacts): Plan {
  const current = findCurrent(given, snapshot);
  const edit = facts.refusesProficiency ? leaveProficiency(given, current?.proficiency ?? null) : given;
  const write = snapshot.knownWrites.find(({ id }) => id === current?.id);
  switch (edit.kind) {
    case 'add':
      return planAdd(edit, current);
    case 'change':
      return planChange({ ...edit, base: asAnswered(edit.base, write) }, current);
    case 'remove':
      return planRemove({ ...edit, base: asAnswered(edit.base, write) }, current);
  }
}

/** The same request for a service that does not take `proficiency`; null where that changes or leaves nothing. */
export function withoutProficiency(plan: Request): Request | null {
  if (plan.kind === 'create') {
    return plan.fields.proficiency === null
      ? null
      : { ...plan, fields: { ...plan.fields, proficiency: null } };
  }
  if (plan.kind === 'remove' || !('proficiency' in plan.changes)) return null;
  const { proficiency, ...changes }: Partial<LanguageFields> = plan.changes;
  return Object.keys(changes).length === 0 ? null : { ...plan, changes };
}

/** The language that the edit is about: by its id, else by what it is, as nobody wants the same one twice. */
function findCurrent(edit: Edit, { languages, aliases }: Snapshot): ProfileLanguage | undefined {
  const ref = resolveRef(aliases, edit.language);
  const known = languages.find(({ id }) => id === ref);
  // A language that went was removed by somebody; of one that never had an id only the reference can be lost.
  if (known || !(edit.kind === 'add' || isNewRef(ref))) return known;
  if (edit.kind === 'add' && edit.isBeside) return undefined;
  const wanted = languageOf(edit);
  const key = naturalKey(wanted);
  const same = languages.filter((language) => language.isEditable && naturalKey(language) === key);
  return same.find((language) => areFieldsEqual(language, wanted)) ?? same[0];
}

/** The edit for a service that keeps its own level as a whole: as if the person had seen it and left it alone. */
function leaveProficiency(edit: Edit, proficiency: LevelWord | null): Edit {
  switch (edit.kind) {
    case 'add':
      return { ...edit, fields: { ...edit.fields, proficiency } };
    case 'change': {
      const { proficiency: _, ...changes } = edit.changes;
      // Nothing else was asked for: the service says no itself, or takes it by now.
      if (Object.keys(changes).length === 0) return edit;
      return { ...edit, base: { ...edit.base, proficiency }, changes };
    }
    case 'remove':
      return proficiency === null ? { ...edit, base: { ...edit.base, proficiency } } : edit;
  }
}

/** An add makes sure that the language is there: one that is there already, under any name, only gets what it lacks. */
function planAdd({ fields, ...place }: AddEdit, current: ProfileLanguage | undefined): Plan {
  if (!current) {
    // Nobody guesses what a person adds.
    const { isVerified: _, ...own } = fields;
    return { kind: 'create', fields: neverWider(own) };
  }
  const base = { ...fieldsOf(current), ...NOTHING_SAID };
  // Whoever adds what Microsoft had guessed says that it was right.
  const said = { ...saidFields(fields), ...(current.isVerified === false && { isVerified: true }) };
  const { changes, isClash } = merge(base, said, current);
  if (!isClash) return updateOrNothing(current.id, changes);
  const asked: ChangeEdit = { ...place, kind: 'change', language: current.id, base, changes };
  return { kind: 'ask', edit: asked, theirs: fieldsOf(current) };
}

/** With an audience that can be sent: one that this version does not know would be left to the service to choose. */
function neverWider(fields: LanguageFields): LanguageFields {
  const { audience } = fields;
  return audience === null || isWritableAudience(audience) ? fields : { ...fields, audience: 'me' };
}

function planChange(edit: ChangeEdit, current: ProfileLanguage | undefined): Plan {
  if (!current) return { kind: 'ask', edit, theirs: null };
  const { changes, isClash } = merge(edit.base, edit.changes, current);
  return isClash ? { kind: 'ask', edit, theirs: fieldsOf(current) } : updateOrNothing(current.id, changes);
}

function planRemove(edit: RemoveEdit, current: ProfileLanguage | undefined): Plan {
  if (!current) return { kind: 'nothing', id: null };
  // An organisation may overrule the audience at any time, and what was guessed may be confirmed: no reason to ask again.
  const { audience, isVerified } = current;
  const seen = { ...edit.base, audience, ...(isVerified !== undefined && { isVerified }) };
  const isAsSeen = Object.keys(changedFields(seen, current)).length === 0;
  return isAsSeen ? { kind: 'remove', id: current.id } : { kind: 'ask', edit, theirs: fieldsOf(current) };
}

function updateOrNothing(id: string, changes: Partial<LanguageFields>): Plan {
  return Object.keys(changes).length === 0 ? { kind: 'nothing', id } : { kind: 'update', id, changes };
}
