import type { ProfileLanguage } from '../languages/language';
import { naturalKey } from '../languages/tags';
import type { Aliases } from './aliases';
import type { LanguageRef } from './edit';
import { type KnownWrite, rememberWrite } from './known-writes';
import type { Creation } from './twins';

/** What Microsoft 365 last said. Only a parsed answer of Graph changes what it says. */
export interface Snapshot {
  /** In the service's order. */
  readonly languages: readonly ProfileLanguage[];
  readonly aliases: Aliases;
  /** What was written lately, for as long as reads may not show it yet. */
  readonly knownWrites: readonly KnownWrite[];
  readonly creations: readonly Creation[];
  /** When the whole list was last read, epoch milliseconds. */
  readonly fetchedAtMs: number;
}

/** Nothing was ever read. */
export const NOTHING_READ: Snapshot = {
  languages: [],
  aliases: {},
  knownWrites: [],
  creations: [],
  fetchedAtMs: 0,
};

/** The snapshot after the service confirmed a write of this browser. */
export function afterWrite(snapshot: Snapshot, write: Omit<KnownWrite, 'replaced'>): Snapshot {
  const { id, answered } = write;
  const before = snapshot.languages.find((language) => language.id === id) ?? null;
  const earlier = snapshot.knownWrites.find((each) => each.id === id);
  const asked = { ...earlier?.asked, ...write.asked };
  const knownWrites = rememberWrite(snapshot.knownWrites, { ...write, asked, replaced: [before] });
  const without = snapshot.languages.filter((language) => language.id !== id);
  if (answered === null) return { ...snapshot, languages: without, knownWrites };
  const languages = before
    ? snapshot.languages.map((each) => (each.id === id ? answered : each))
    : [...snapshot.languages, answered];
  return { ...snapshot, languages, knownWrites };
}

/**
 * The snapshot that knows of one more language that this browser created. Of the ids that were known before it only
 * those are kept that could be taken for its twins: a list can be long.
 */
export function withCreation(snapshot: Snapshot, creation: Creation): Snapshot {
  const { languages, creations } = snapshot;
  const own = languages.find(({ id }) => id === creation.id);
  const others = languages.filter((each) => each !== own && own && naturalKey(each) === naturalKey(own));
  const knownIds = creation.knownIds.filter((known) => others.some(({ id }) => id === known));
  return { ...snapshot, creations: [...creations, { ...creation, knownIds }] };
}

/** The snapshot in which the reference leads to the id. */
export function withAlias(snapshot: Snapshot, ref: LanguageRef, id: string): Snapshot {
  if (ref === id) return snapshot;
  // What led to the reference leads to the id as well: no way grows longer than one step.
  const led = Object.entries(snapshot.aliases).map(([from, to]) => [from, to === ref ? id : to] as const);
  return { ...snapshot, aliases: { ...Object.fromEntries(led), [ref]: id } };
}
