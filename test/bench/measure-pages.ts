import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { restTable } from '../../src/languages/rest-table';
import { languageTable } from '../../src/languages/table';
import { Durations, type Measurement } from './measurement';
import { unusualQueries, usualQueries } from './queries';

const PAGE_LIFE = fileURLToPath(new URL('page-life.ts', import.meta.url));
const LIMIT_MS = 60_000;

const Times = v.object({
  firstFold: Durations,
  laterFold: Durations,
  prepareCore: Durations,
  core: Durations,
  prepareRest: Durations,
  all: Durations,
});

/**
 * What pages compute, each in a process of its own (see page-life.ts) and one after the other, in this Node's engine.
 * Rejects where one of them fails.
 */
export async function measurePages(): Promise<Measurement[]> {
  const pages: v.InferOutput<typeof Times>[] = [];
  for (const [index, usual] of usualQueries.entries()) {
    pages.push(await livePage(usual, unusualQueries[index % unusualQueries.length] ?? ''));
  }
  const row = (name: keyof typeof Times.entries, what: string, targetMs: number | null = null) => ({
    what,
    targetMs,
    ms: pages.flatMap((page) => page[name].ms),
    yardstickMs: pages.flatMap((page) => page[name].yardstickMs),
  });
  const [first, others, all] = [
    languageTable.length,
    restTable.length,
    languageTable.length + restTable.length,
  ].map((count) => count.toLocaleString('en-GB'));
  return [
    row('core', `a letter, searched in the first ${first} languages`, 8),
    row('all', `a letter, searched in all ${all}, slips mended`, 30),
    row('prepareCore', `preparing the first ${first}, once per page`),
    row('prepareRest', `preparing the other ${others}, once per page`),
    row('firstFold', '`fold` of 50 languages and 50 edits, first on a page'),
    row('laterFold', '`fold` of the same again'),
  ];
}

async function livePage(usual: string, unusual: string) {
  const args = ['--import', 'tsx', PAGE_LIFE, usual, unusual];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: LIMIT_MS });
  return v.parse(Times, JSON.parse(stdout));
}
