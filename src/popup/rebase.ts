import type { LanguageFields } from '../languages/language';
import { type Edit, inState } from '../outbox/edit';

/**
 * The edit as if it had been made on what the profile says now, to be sent; a change or removal of a language that is
 * gone (`theirs` is null) adds it again.
 */
export function rebase(edit: Edit, theirs: LanguageFields | null): Edit {
  const queued = { status: 'queued' } as const;
  if (edit.kind === 'add') return inState(edit, queued);
  if (theirs !== null) return { ...edit, base: theirs, state: queued };
  const { id, seq, account, language, madeAtMs, tries, base } = edit;
  const fields = { ...base, ...(edit.kind === 'change' && edit.changes) };
  return { id, seq, account, language, madeAtMs, tries, kind: 'add', fields, state: queued };
}
