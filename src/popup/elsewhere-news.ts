import { areFieldsEqual } from '../languages/fields';
import type { LanguageLine } from '../outbox/fold';
import { uiLocale, word } from '../ui/words';
import { languageRowView } from './language-row-view';

/** A list as a page showed it. */
export interface Shown {
  readonly lines: readonly LanguageLine[];
  /** The ids of the edits that were in it. */
  readonly editIds: readonly string[];
  /** When the profile was read, epoch milliseconds; null: never yet, or nobody is signed in any more. */
  readonly fetchedAtMs: number | null;
}

/** What somebody changed elsewhere. */
export interface News {
  /** The keys of the lines that are new or say something else. */
  readonly keys: ReadonlySet<string>;
  readonly text: string;
}

/** The line has room for so many names, and for so many letters of each: the rows have the rest. */
const MOST_NAMES = 3;
const LONGEST_NAME = 30;

/**
 * What is new in a list because the profile was read again; null: nothing. What an edit of this browser has changed,
 * in this window or another, is no news.
 */
export function newsBetween(before: Shown, after: Shown): News | null {
  const readings = [before.fetchedAtMs, after.fetchedAtMs];
  const isReadAgain = !readings.includes(null) && before.fetchedAtMs !== after.fetchedAtMs;
  if (!isReadAgain || after.editIds.some((id) => !before.editIds.includes(id))) return null;
  const changed = after.lines.filter((line) => {
    const earlier = before.lines.find(({ key }) => key === line.key);
    return earlier === undefined || !areFieldsEqual(earlier, line);
  });
  const removed = before.lines.filter((line) => !after.lines.some(({ key }) => key === line.key));
  const said = [
    changed.length > 0 ? word('newsChanged', namesOf(changed)) : null,
    removed.length > 0 ? word('newsRemoved', namesOf(removed)) : null,
  ].filter((text) => text !== null);
  if (said.length === 0) return null;
  return { keys: new Set(changed.map(({ key }) => key)), text: said.join(' ') };
}

function namesOf(lines: readonly LanguageLine[]): string {
  const names = lines.map((line) => shortened(languageRowView(line).name));
  const said = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), '…'] : names;
  return new Intl.ListFormat(uiLocale(), { style: 'narrow', type: 'unit' }).format(said);
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
