import rows from './rest.json';
import { readRow, type TableEntry } from './table';

/**
 * Every language in use of the IANA registry that {@link languageTable} lacks, by tag, under its English name only.
 * 119 kB, so pages load this module when a search finds nothing in the other.
 */
export const restTable: readonly TableEntry[] = rows.map(readRow);
