import type { ProfileLanguage } from '../languages/language';
import { naturalKey } from '../languages/tags';
import { type Aliases, resolveRef } from './aliases';
import { type Edit, isNewRef, type LanguageRef } from './edit';
import { type KnownWrite, rememberWrite } from './known-writes';
import type { Creation } from './twins';

/** What Microsoft 365 last said. Only a parsed answer of Graph changes what it says. */
export interface Snapshot {
  /** In the service's order. */
  readonly languages: readonly ProfileLanguage[];
  readonly aliases: Aliases;
  /** References of adds that had only met what was there: whoever takes such an add back leaves that. */
  readonly met: readonly LanguageRef[];
  /** What was written lately, for as long as reads may not show it yet. */
  readonly knownWrites: readonly KnownWrite[];
  readonly creations: readonly Creation[];
  /** When the whole list was last read, epoch milliseconds. */
  readonly fetchedAtMs: number;
  /** When it was read because somebody looked: the last times, epoch milliseconds. */
  readonly looksAtMs: readonly number[];
}

/** Nothing was ever read. */
export const NOTHING_READ: Snapshot = {
  languages: [],
  aliases: {},
  met: [],
  knownWrites: [],
  creations: [],
  fetchedAtMs: 0,
  looksAtMs: [],
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

/** The snapshot in which the reference leads to the id, and so does whatever else the language was called. */
export function withAlias(snapshot: Snapshot, ref: LanguageRef, id: string): Snapshot {
  const { aliases } = snapshot;
  // Pages speak of where the reference led last. No way grows longer than one step.
  const last = resolveRef(aliases, ref);
  if (last === id) return snapshot;
  const led = Object.entries(aliases).map(([from, to]) => [from, to === last ? id : to] as const);
  return { ...snapshot, aliases: { ...Object.fromEntries(led), [last]: id } };
}

/**
 * The snapshot in which the language of an edit is the one with the id. An add has only met it, unless it may have
 * created it (`isOwn`).
 */
export function withFound(
  snapshot: Snapshot,
  { kind, language }: Pick<Edit, 'kind' | 'language'>,
  { id, isOwn = false }: { readonly id: string; readonly isOwn?: boolean },
): Snapshot {
  const { aliases, met } = snapshot;
  const own = resolveRef(aliases, language);
  const after = withAlias(snapshot, language, id);
  if (kind !== 'add' || isOwn || !isNewRef(own)) return after;
  const others = Object.keys(aliases).filter((from) => aliases[from] === own);
  return { ...after, met: [...met, own, ...others] };
}
