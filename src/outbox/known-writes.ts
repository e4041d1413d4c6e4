import { areFieldsEqual, FIELD_NAMES } from '../languages/fields';
import type { LanguageFields, ProfileLanguage } from '../languages/language';

/** A language at one time; null: it was not there. */
type Version = ProfileLanguage | null;

/** A write of one language that this browser knows of: its own, or another's that a read has shown. */
export interface KnownWrite {
  readonly id: string;
  /** The fields that this browser asked for; none for a removal, and for what somebody else wrote. */
  readonly asked: Partial<LanguageFields>;
  /** The language as the service answered or showed it. */
  readonly answered: Version;
  /** What it replaced: a read that still shows one of these is older than the write. */
  readonly replaced: readonly Version[];
  /** When it was answered or read, epoch milliseconds. */
  readonly atMs: number;
}

/** What is known of the profile: what it was when it was last read, and the writes since a while. */
export interface Known {
  readonly languages: readonly ProfileLanguage[];
  readonly knownWrites: readonly KnownWrite[];
}

/** How long reads may show what was before a write that is known. */
const LAG_MS = 60_000;

/** So many older versions of one language are remembered. */
const VERSIONS_KEPT = 8;

/** The writes with one more, which goes on where an earlier one of the same language ended. */
export function rememberWrite(writes: readonly KnownWrite[], write: KnownWrite): KnownWrite[] {
  const earlier = writes.find(({ id }) => id === write.id);
  const replaced = [...(earlier?.replaced ?? []), ...write.replaced].slice(-VERSIONS_KEPT);
  return [...writes.filter(({ id }) => id !== write.id), { ...write, replaced }];
}

/**
 * A list as the service gave it, brought up to what is known: a read may come from a copy that has not heard of a write
 * which was confirmed, or read, before. A language that shows anything else was changed by somebody since, is believed,
 * and known from now on.
 */
export function withKnownWrites(listed: readonly ProfileLanguage[], known: Known, nowMs: number): Known {
  let languages = [...listed];
  let knownWrites: KnownWrite[] = [];
  for (const write of known.knownWrites) {
    const { id, answered, replaced } = write;
    const shown = find(languages, id);
    // A clock that was set back tells nothing about how old a write is: its minute begins anew.
    const atMs = Math.min(write.atMs, nowMs);
    const isFresh = nowMs < atMs + LAG_MS;
    const isOlder = !isSameVersion(shown, answered) && replaced.some((each) => isSameVersion(shown, each));
    if (isFresh && isOlder) languages = put(languages, id, answered);
    const isStillSo = isSameVersion(find(languages, id), answered);
    if (isFresh || (isStillSo && isOverruled(write))) knownWrites.push({ ...write, atMs });
  }
  const ids = new Set([...known.languages, ...languages].map(({ id }) => id));
  for (const id of ids) {
    const [before, answered] = [find(known.languages, id), find(languages, id)];
    if (isSameVersion(before, answered)) continue;
    knownWrites = rememberWrite(knownWrites, { id, asked: {}, answered, replaced: [before], atMs: nowMs });
  }
  return { languages, knownWrites };
}

/**
 * What the person saw, as the service has it: where it answered a field otherwise than it was asked (an organisation
 * may overrule the audience), what they saw and what it answered are the same to a merge.
 */
export function asAnswered(base: LanguageFields, write: KnownWrite | undefined): LanguageFields {
  if (!write?.answered) return base;
  const { asked, answered } = write;
  const overruled = FIELD_NAMES.filter((name) => name in asked && asked[name] === base[name]);
  return { ...base, ...Object.fromEntries(overruled.map((name) => [name, answered[name]])) };
}

function isOverruled({ asked, answered }: KnownWrite): boolean {
  return answered !== null && FIELD_NAMES.some((name) => name in asked && asked[name] !== answered[name]);
}

function isSameVersion(a: Version, b: Version): boolean {
  if (a === null || b === null) return a === b;
  return a.modifiedAt === b.modifiedAt && areFieldsEqual(a, b);
}

function find(languages: readonly ProfileLanguage[], id: string): Version {
  return languages.find((language) => language.id === id) ?? null;
}

function put(languages: readonly ProfileLanguage[], id: string, language: Version): ProfileLanguage[] {
  if (language === null) return languages.filter((each) => each.id !== id);
  const isThere = languages.some((each) => each.id === id);
  return isThere ? languages.map((each) => (each.id === id ? language : each)) : [...languages, language];
}
