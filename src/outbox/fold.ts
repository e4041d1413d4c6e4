import { applyFields, saidFields } from '../languages/fields';
import type { Inference, LanguageFields, ProfileLanguage, Source } from '../languages/language';
import { naturalKey } from '../languages/tags';
import { type AddEdit, type Edit, inOrder, isOpen, type LanguageRef, type ParkReason } from './edit';
import { joinAdds, resolveRef } from './aliases';
import type { Snapshot } from './snapshot';

/** How far the person's edits of a language are: all confirmed, kept here, on their way, or unclear. */
export type Progress = 'saved' | 'waiting' | 'sending' | 'checking';

/** One line of the list: what the profile will say once every edit is through. */
export interface LanguageLine extends LanguageFields {
  /** Stays the same for as long as the line is shown, also when a new language gets its id. */
  readonly key: string;
  readonly ref: LanguageRef;
  readonly source: Source;
  readonly isEditable: boolean;
  readonly inference: Inference | null;
  readonly createdAt: string | null;
  readonly progress: Progress;
  /** The edit that waits for the person, and why; null where none does. */
  readonly problem: { readonly edit: Edit; readonly reason: ParkReason } | null;
}

/** What the person sees: the snapshot with every open edit applied in order. Pure: needs neither worker nor network. */
export function fold(snapshot: Snapshot | null, edits: readonly Edit[]): LanguageLine[] {
  const aliases = snapshot?.aliases ?? {};
  // The first reference of a language stays its key: a later one comes with a twin, or with the way back.
  const keys = new Map(
    Object.keys(aliases)
      .toReversed()
      .map((ref) => [resolveRef(aliases, ref), ref]),
  );
  const lines = new Map<LanguageRef, LanguageLine>();
  for (const language of snapshot?.languages ?? []) {
    lines.set(language.id, lineOf(language, keys.get(language.id) ?? language.id));
  }
  const open = inOrder(edits).filter(isOpen);
  const refs = { ...joinAdds(aliases, open) };
  for (const edit of open) {
    const ref = resolveRef(refs, edit.language);
    const met = edit.kind === 'add' && !lines.has(ref) ? findAlike(lines, edit) : null;
    if (met === null) {
      applyEdit(lines, edit, ref);
    } else {
      refs[ref] = met.ref;
      lines.set(met.ref, met);
    }
  }
  return [...lines.values()];
}

/** The line of a language that is added once more, with the add: nobody wants it twice. Null where there is none. */
function findAlike(lines: ReadonlyMap<LanguageRef, LanguageLine>, edit: AddEdit): LanguageLine | null {
  const key = naturalKey(edit.fields);
  const alike = [...lines.values()].find((line) => line.isEditable && naturalKey(line) === key);
  if (!alike) return null;
  const { progress, problem } = marksOf(edit);
  const said = saidFields(edit.fields);
  return { ...alike, ...said, key: edit.language, progress, problem: problem ?? alike.problem };
}

function applyEdit(lines: Map<LanguageRef, LanguageLine>, edit: Edit, ref: LanguageRef): void {
  const before = lines.get(ref);
  const mark = marksOf(edit);
  switch (edit.kind) {
    case 'add':
      lines.set(ref, { ...(before ?? newLine(edit.language, ref)), ...edit.fields, ...mark });
      break;
    case 'change':
      // A change of a language that is gone stays in sight, because it is the person who decides what becomes of it.
      lines.set(ref, {
        ...applyFields(before ?? { ...newLine(edit.language, ref), ...edit.base }, edit.changes),
        ...mark,
      });
      break;
    case 'remove':
      if (mark.problem === null) lines.delete(ref);
      else lines.set(ref, { ...(before ?? { ...newLine(edit.language, ref), ...edit.base }), ...mark });
  }
}

function lineOf(language: ProfileLanguage, key: string): LanguageLine {
  const { id, modifiedAt, ...shown } = language;
  return { ...shown, key, ref: id, progress: 'saved', problem: null };
}

function newLine(key: string, ref: LanguageRef) {
  return { key, ref, source: 'user', isEditable: true, inference: null, createdAt: null } as const;
}

function marksOf(edit: Edit): Pick<LanguageLine, 'progress' | 'problem'> {
  return { progress: progressOf(edit), problem: problemOf(edit) };
}

function progressOf({ state }: Edit): Progress {
  if (state.status === 'inflight') return 'sending';
  return state.status === 'ambiguous' ? 'checking' : 'waiting';
}

function problemOf(edit: Edit): LanguageLine['problem'] {
  return edit.state.status === 'parked' ? { edit, reason: edit.state.reason } : null;
}
