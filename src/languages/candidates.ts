import { fold } from './fold';
import type { LanguageNames } from './names';
import type { TableEntry } from './table';
import { wideningTags } from './tags';

/** One name of a language, prepared for comparing. */
export interface Name {
  readonly text: string;
  /** With a space in front, so that the beginning of every word looks the same. */
  readonly folded: string;
}

/** A language of the table, prepared for a search. */
export interface Candidate {
  readonly entry: TableEntry;
  /** Its name in the language of the pages, else in English. */
  readonly title: string;
  /** In lower case. */
  readonly tag: string;
  /** The title, the own and the English name, then the aliases. */
  readonly names: readonly Name[];
  /** Whether it is one of the languages that the person uses. */
  readonly isPreferred: boolean;
}

/** The languages of the table, likeliest first: those that the person uses, those with a name of their own, short tags. */
export function prepareCandidates(
  entries: readonly TableEntry[],
  names: Pick<LanguageNames, 'uiName'>,
  preferredTags: readonly string[],
): Candidate[] {
  const preferred = new Set(preferredTags.flatMap(wideningTags));
  return entries
    .map((entry) => prepare(entry, names.uiName(entry.tag) ?? entry.englishName, preferred.has(entry.tag)))
    .sort((a, b) => unlikelihood(a) - unlikelihood(b));
}

function prepare(entry: TableEntry, title: string, isPreferred: boolean): Candidate {
  const texts = new Set([title, entry.ownName ?? title, entry.englishName, ...entry.aliases]);
  const names = Array.from(texts, (text) => ({ text, folded: ` ${fold(text)}` }));
  return { entry, title, tag: entry.tag.toLowerCase(), names, isPreferred };
}

function unlikelihood({ entry, isPreferred }: Candidate): number {
  return entry.tag.length + (entry.ownName === null ? 100 : 0) + (isPreferred ? 0 : 1000);
}
