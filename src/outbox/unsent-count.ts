import type { Outbox } from './attention';
import { isOpen } from './edit';

/** How many edits Microsoft 365 does not have yet, those that nobody can read included. */
export function unsentCount({ edits, unreadable }: Pick<Outbox, 'edits' | 'unreadable'>): number {
  return edits.filter(isOpen).length + unreadable.length;
}
