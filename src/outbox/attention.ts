import { type Edit, isOpen } from './edit';
import { fold } from './fold';
import type { Gate } from './gate';
import type { Snapshot } from './snapshot';

/** What is looked at: a part of everything that is kept of one account. */
export interface Outbox {
  readonly snapshot: Snapshot | null;
  readonly edits: readonly Edit[];
  readonly gate: Gate | null;
  /** Edits that this version cannot read. */
  readonly unreadable: readonly unknown[];
}

/** What cannot go on without the person, and how many edits hang on it; a count of 0: nothing. */
export interface Attention {
  readonly wants: 'sign-in' | 'decision';
  readonly count: number;
}

/**
 * What the person is wanted for. A sign-in comes first, because without one nothing that they decide goes on. Decisions
 * are counted per language, as the list shows them.
 */
export function attention({ snapshot, edits, gate, unreadable }: Outbox): Attention {
  const waiting = edits.filter(isOpen).length;
  if (needsSignIn(gate) && waiting > 0) return { wants: 'sign-in', count: waiting };
  const problems = fold(snapshot, edits).filter(({ problem }) => problem !== null).length;
  return { wants: 'decision', count: problems + unreadable.length };
}

/** True while only a visible sign-in can go on. */
export function needsSignIn(gate: Gate | null): boolean {
  return gate?.code === 'signed-out' || gate?.code === 'wrong-account';
}
