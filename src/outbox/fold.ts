import { applyFields, withSaid } from '../languages/fields';
import type { AudienceWord, Inference, LanguageFields, ProfileLanguage, Source } from '../languages/language';
import type { AddEdit, Edit, LanguageRef, ParkReason } from './edit';
import { resolveRef } from './aliases';
import { joinAdds } from './join-adds';
import { openEdits } from './open-edits';
import { overruledAudience } from './overruled';
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
  readonly modifiedAt: string | null;
  /** The audience that the person chose and the service answered with another one; null where it did as asked. */
  readonly overruled: AudienceWord | null;
  readonly progress: Progress;
  /** The edit that waits for the person, and why; null where none does. */
  readonly problem: { readonly edit: Edit; readonly reason: ParkReason } | null;
}

type Mark = Pick<LanguageLine, 'progress' | 'problem'>;

/** What the person sees: the snapshot with every open edit applied in order. Pure: needs neither worker nor network. */
export function fold(snapshot: Snapshot | null, edits: readonly Edit[]): LanguageLine[] {
  const keys = keysOf(snapshot);
  const lines = new Map<LanguageRef, LanguageLine>();
  for (const language of snapshot?.languages ?? []) {
    const { id } = language;
    const overruled = overruledAudience(snapshot?.knownWrites.find((write) => write.id === id));
    lines.set(id, lineOf(language, keys.get(id) ?? id, overruled));
  }
  const open = openEdits(snapshot, edits);
  const refs = joinAdds(snapshot, open);
  for (const edit of open) {
    const ref = resolveRef(refs, edit.language);
    applyEdit(lines, edit, ref, keys.get(ref) ?? edit.language);
  }
  return [...lines.values()];
}

/**
 * The keys of lines, by the ids of their languages, where they are others: the first reference of a language stays its
 * key, because a later one comes with a twin, or with the way back.
 */
export function keysOf(snapshot: Snapshot | null): ReadonlyMap<LanguageRef, string> {
  const aliases = snapshot?.aliases ?? {};
  return new Map(
    Object.keys(aliases)
      .toReversed()
      .map((ref) => [resolveRef(aliases, ref), ref]),
  );
}

/** @param key Of the line, where the edit makes a new one. */
function applyEdit(lines: Map<LanguageRef, LanguageLine>, edit: Edit, ref: LanguageRef, key: string): void {
  const before = lines.get(ref);
  const mark = markOf(edit);
  switch (edit.kind) {
    case 'add':
      lines.set(ref, before ? onto(before, edit, mark) : { ...newLine(key, ref), ...edit.fields, ...mark });
      break;
    case 'change':
      // A change of a language that is gone stays in sight, because it is the person who decides what becomes of it.
      lines.set(ref, {
        ...applyFields(before ?? { ...newLine(key, ref), ...edit.base }, edit.changes),
        ...mark,
        // What was answered before is no answer to what is asked now.
        ...('audience' in edit.changes && { overruled: null }),
      });
      break;
    case 'remove':
      if (mark.problem === null) lines.delete(ref);
      else lines.set(ref, { ...(before ?? { ...newLine(key, ref), ...edit.base }), ...mark });
  }
}

/** An add of what is there already. It keeps the row that it had before that was read. */
function onto(line: LanguageLine, { language, fields }: AddEdit, mark: Mark): LanguageLine {
  const key = line.progress === 'saved' ? language : line.key;
  return { ...withSaid(line, fields), ...mark, key };
}

function lineOf(language: ProfileLanguage, key: string, overruled: AudienceWord | null): LanguageLine {
  const { id, ...shown } = language;
  return { ...shown, key, ref: id, overruled, progress: 'saved', problem: null };
}

function newLine(key: string, ref: LanguageRef) {
  return {
    key,
    ref,
    source: 'user',
    isEditable: true,
    inference: null,
    createdAt: null,
    modifiedAt: null,
    overruled: null,
  } as const;
}

function markOf(edit: Edit): Mark {
  return { progress: progressOf(edit), problem: problemOf(edit) };
}

function progressOf({ state }: Edit): Progress {
  if (state.status === 'inflight') return 'sending';
  return state.status === 'ambiguous' ? 'checking' : 'waiting';
}

function problemOf(edit: Edit): LanguageLine['problem'] {
  return edit.state.status === 'parked' ? { edit, reason: edit.state.reason } : null;
}
