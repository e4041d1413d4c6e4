import { isSignLanguage } from './sign';
import rows from './table.json';

/** A language that can be picked. */
export interface TableEntry {
  /** BCP 47 in its usual spelling: a language, or a variety that people choose on purpose ("pt-BR"). */
  readonly tag: string;
  readonly englishName: string;
  /** The name in the language itself, capitalised as in running text; null where no source has one. */
  readonly ownName: string | null;
  /** What else people call it: nothing that the names contain already. */
  readonly aliases: readonly string[];
  readonly isSign: boolean;
}

/**
 * Every language that can be picked, by tag: those that CLDR names, all sign languages of the IANA registry, and
 * what `generate/by-hand.mjs` adds. 25 kB, so pages load this module when somebody begins to search.
 */
export const languageTable: readonly TableEntry[] = rows.map(readRow);

/** Reads one row of a generated table, "tag|English name|own name|alias|alias…" with empty ends cut off. */
export function readRow(row: string): TableEntry {
  const [tag = '', englishName = '', ownName = '', ...aliases] = row.split('|');
  return { tag, englishName, ownName: ownName === '' ? null : ownName, aliases, isSign: isSignLanguage(tag) };
}
