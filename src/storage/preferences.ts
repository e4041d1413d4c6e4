import { flag, listOf, milliseconds, nullable, oneOf, type Read, shape, text } from '../shape';

/** How the list can stand: as the service has it, best first, by the alphabet, or as the person put it. */
export const ORDERS = ['added', 'level', 'name', 'hand'] as const;

export type Order = (typeof ORDERS)[number];

/** What the person said about one question: to ask it no more, or again after all. */
export interface PutAside {
  /** A kind of question, a colon and a language. */
  readonly question: string;
  readonly isAside: boolean;
  /** When they said so, epoch milliseconds. */
  readonly atMs: number;
}

/**
 * How a person wants to see their list. It says nothing of their languages but ids, which mean nothing to others.
 * Each part has the time at which it was chosen (epoch milliseconds; 0: never): of two browsers the later one counts.
 */
export interface Preferences {
  readonly order: Order;
  /** The languages as the person put them, first to last. */
  readonly places: readonly string[];
  /** Of order and places. */
  readonly placedAtMs: number;
  /** The language in which they prefer to be contacted; null: none. */
  readonly contact: string | null;
  readonly contactAtMs: number;
  /** What they do not want to be asked about again, and what they took back of that; the latest last. */
  readonly putAside: readonly PutAside[];
}

/** Nothing was chosen yet. */
export const NO_PREFERENCES: Preferences = {
  order: 'added',
  places: [],
  placedAtMs: 0,
  contact: null,
  contactAtMs: 0,
  putAside: [],
};

export const readPreferences: Read<Preferences> = shape({
  order: oneOf(...ORDERS),
  places: listOf(text),
  placedAtMs: milliseconds,
  contact: nullable(text),
  contactAtMs: milliseconds,
  putAside: listOf(shape({ question: text, isAside: flag, atMs: milliseconds })),
});
