import type { LanguageFields } from '../languages/language';
import { naturalKey } from '../languages/tags';

/** A language that the person removed here, as they saw it then. */
export interface Removed {
  readonly fields: LanguageFields;
  /** Epoch milliseconds. */
  readonly atMs: number;
}

const MOST = 10;

/** Thirty days, as long as most bins keep things. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** The list with one more, latest first: each language once, ten at most, none for longer than thirty days. */
export function withRemoved(list: readonly Removed[], { fields, atMs }: Removed): Removed[] {
  const key = naturalKey(fields);
  const others = list.filter((each) => naturalKey(each.fields) !== key);
  return recent([{ fields, atMs }, ...others], atMs);
}

/** Those that can be put back: not too old, and not among the languages that are there. */
export function absentOf(
  list: readonly Removed[],
  present: readonly LanguageFields[],
  nowMs: number,
): Removed[] {
  const keys = new Set(present.map(naturalKey));
  return recent(list, nowMs).filter(({ fields }) => !keys.has(naturalKey(fields)));
}

function recent(list: readonly Removed[], nowMs: number): Removed[] {
  return list.filter(({ atMs }) => nowMs - atMs < KEPT_MS).slice(0, MOST);
}
