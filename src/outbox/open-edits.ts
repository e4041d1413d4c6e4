import { type Edit, type EditContent, inOrder, isOpen } from './edit';
import type { Snapshot } from './snapshot';

/** True for what takes back an add that had only met what was there: nothing is left to take back. */
export function isMoot(edit: EditContent, snapshot: Snapshot | null): boolean {
  return edit.kind === 'remove' && (snapshot?.met.includes(edit.language) ?? false);
}

/** The edits that have an effect still, oldest first. */
export function openEdits(snapshot: Snapshot | null, edits: readonly Edit[]): Edit[] {
  return inOrder(edits).filter((edit) => isOpen(edit) && !isMoot(edit, snapshot));
}
