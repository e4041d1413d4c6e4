import { listOf, milliseconds, nullable, oneOf, type Read, shape, text } from '../shape';

/** How the list can stand: as the service has it, best first, by the alphabet, or as the person put it. */
export const ORDERS = ['added', 'level', 'name', 'hand'] as const;

export type Order = (typeof ORDERS)[number];

/** How a person wants to see their list. It says nothing of their languages but ids, which mean nothing to others. */
export interface Preferences {
  readonly order: Order;
  /** The languages as the person put them, first to last. */
  readonly places: readonly string[];
  /** The language in which they prefer to be contacted; null: none. */
  readonly contact: string | null;
  /** What they do not want to be asked about again: a kind of question, a colon and a language. */
  readonly putAside: readonly string[];
  /** When they chose it, epoch milliseconds: of two browsers the later choice counts. */
  readonly atMs: number;
}

/** Nothing was chosen yet. */
export const NO_PREFERENCES: Preferences = {
  order: 'added',
  places: [],
  contact: null,
  putAside: [],
  atMs: 0,
};

export const readPreferences: Read<Preferences> = shape({
  order: oneOf(...ORDERS),
  places: listOf(text),
  contact: nullable(text),
  putAside: listOf(text),
  atMs: milliseconds,
});
