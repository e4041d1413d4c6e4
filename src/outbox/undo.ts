import { applyFields, pickFields } from '../languages/fields';
import type { EditContent } from './edit';

/** What the Undo button takes back, and how; stored with the deed itself, so that it is still there tomorrow. */
export type Undo = UndoEdit | UndoPutAside;

export interface UndoEdit {
  /** What was done, for the button's description. */
  readonly did: 'add' | 'change' | 'remove';
  readonly displayName: string;
  /** The edit that takes it back. */
  readonly inverse: EditContent;
}

/** A question about a language that the person did not want to be asked again; no edit takes it back. */
export interface UndoPutAside {
  readonly did: 'put-aside';
  readonly displayName: string;
  readonly tag: string | null;
  /** As the preferences have it. */
  readonly question: string;
  readonly inverse: null;
}

/**
 * How to take an edit back. A language that was removed comes back under the same reference with the same fields.
 * @param isTwin True where the same language is on the profile once more: it comes back beside that one.
 */
export function undoOf(edit: EditContent, isTwin = false): UndoEdit {
  switch (edit.kind) {
    case 'add':
      return {
        did: 'add',
        displayName: edit.fields.displayName,
        inverse: { kind: 'remove', language: edit.language, base: edit.fields },
      };
    case 'remove':
      return {
        did: 'remove',
        displayName: edit.base.displayName,
        inverse: {
          kind: 'add',
          language: edit.language,
          fields: edit.base,
          ...(isTwin && { isBeside: true }),
        },
      };
    case 'change':
      return {
        did: 'change',
        displayName: edit.base.displayName,
        inverse: {
          kind: 'change',
          language: edit.language,
          base: applyFields(edit.base, edit.changes),
          changes: pickFields(edit.base, Object.keys(edit.changes)),
        },
      };
  }
}
