import { areFieldsEqual } from '../languages/fields';
import type { ProfileLanguage } from '../languages/language';
import { type Aliases, resolveRef } from './aliases';
import type { Edit } from './edit';

/**
 * A language that this browser created. A twin of it can turn up later: a browser sends a request once more by itself
 * when the connection breaks before the answer begins, and a service may carry out late what it never answered.
 */
export interface Creation {
  readonly id: string;
  /** The ids of the same language on the profile just before it was sent: what was there then is no twin. */
  readonly knownIds: readonly string[];
  /** When it was confirmed, epoch milliseconds. */
  readonly atMs: number;
  /** True where it may have been executed more than once: it was sent more than once, or nobody knows how often. */
  readonly isDoubtful: boolean;
  /** When the profile shall be read to look for a twin, epoch milliseconds; null: not any more. */
  readonly lookAtMs: number | null;
}

/** Two languages that one add has made: the one to keep and the one to remove. */
export interface Twins {
  readonly kept: ProfileLanguage;
  readonly twin: ProfileLanguage;
}

/** After this a service has done what it was ever asked to do. */
const LATE_MS = 180_000;

/** For so long what turns up beside a language that was created, the same in every field, is its twin. */
const MEMORY_MS = 15 * 60_000;

/**
 * The first language that is there twice through an add of this browser, the same in every field; null where none is.
 * The oldest is kept, whoever looks at it: two devices never remove each other's.
 */
export function findTwins(
  languages: readonly ProfileLanguage[],
  creations: readonly Creation[],
): Twins | null {
  for (const { id, knownIds } of creations) {
    const own = languages.find((language) => language.id === id);
    if (!own) continue;
    const [kept, twin] = languages
      .filter((each) => each.isEditable && !knownIds.includes(each.id))
      // Alike in every field: the same language.
      .filter((each) => areFieldsEqual(each, own))
      .toSorted((a, b) => age(a).localeCompare(age(b)));
    if (kept && twin) return { kept, twin };
  }
  return null;
}

/** True for an edit that removes one of two twins: then they need no healing, and the other one stays. */
export function removesOneOf(edit: Edit, aliases: Aliases, { kept, twin }: Twins): boolean {
  const ref = resolveRef(aliases, edit.language);
  return edit.kind === 'remove' && (ref === kept.id || ref === twin.id);
}

/** When the next look for a twin is due, epoch milliseconds; null where none is. */
export function nextLookMs(creations: readonly Creation[], nowMs: number): number | null {
  if (creations.some((creation) => isDue(creation, nowMs))) return nowMs;
  const times = creations.map(({ lookAtMs }) => lookAtMs).filter((timeMs) => timeMs !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** The creations after the profile was read: what is too old or gone is forgotten. */
export function afterLook(
  creations: readonly Creation[],
  languages: readonly ProfileLanguage[],
  nowMs: number,
): Creation[] {
  return (
    creations
      .filter(({ id, atMs }) => nowMs < atMs + MEMORY_MS && languages.some((language) => language.id === id))
      .map((creation) => (isDue(creation, nowMs) ? lookedAt(creation, nowMs) : creation))
      // A clock that was set back does not make the memory longer.
      .map((creation) => ({ ...creation, atMs: Math.min(creation.atMs, nowMs) }))
  );
}

// A clock that was set back: what is due cannot be told any more, and one look more costs nothing.
function isDue({ atMs, lookAtMs }: Creation, nowMs: number): boolean {
  return lookAtMs !== null && (lookAtMs <= nowMs || nowMs < atMs);
}

function lookedAt(creation: Creation, nowMs: number): Creation {
  const atMs = Math.min(creation.atMs, nowMs);
  const lateMs = atMs + LATE_MS;
  return { ...creation, atMs, lookAtMs: creation.isDoubtful && nowMs < lateMs ? lateMs : null };
}

function age({ createdAt, id }: ProfileLanguage): string {
  return `${createdAt ?? ''} ${id}`;
}
