import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import type { Proof } from '../support/proof';

const BEGIN = '<!-- proofs -->';
const END = '<!-- /proofs -->';
const README = 'README.md';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Row = v.object({ fault: v.string(), count, lost: count, doubled: count, overwritten: count });

/** What the tests of a run have left in the folder, if any. Rejects where a file is not what `recordProof` writes. */
export async function readProofs(folder: string): Promise<Proof[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return texts.map((text) => v.parse(Row, JSON.parse(text)));
}

/** The proofs as a table in Markdown, by name, in the repository's own format: it can be pasted as it is. */
export async function proofTable(proofs: readonly Proof[]): Promise<string> {
  const rows = proofs
    .toSorted((a, b) => (a.fault < b.fault ? -1 : 1))
    .map((proof) => [
      proof.fault,
      ...[proof.count, proof.lost, proof.doubled, proof.overwritten].map(inWords),
    ]);
  const lines = [
    ['fault', 'cases', 'lost', 'doubled', 'overwritten'],
    ['---', '--:', '--:', '--:', '--:'],
    ...rows,
  ];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const formatted = await format(table, { ...(await resolveConfig(README)), parser: 'markdown' });
  return formatted.trim();
}

/** What the README has in place of the table; null where it has no place for it. */
export function tableIn(readme: string): string | null {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END, begin);
  return begin < 0 || end < 0 ? null : readme.slice(begin + BEGIN.length, end).trim();
}

/** What is wrong with the README's table, and what to paste; null where it says what the tests have found. */
export function differenceOf(readme: string, table: string): string | null {
  const found = tableIn(readme);
  if (found === table) return null;
  const [has, shall] = [found ?? '', table].map((text) => text.split('\n').filter((line) => line !== ''));
  const gone = (has ?? []).filter((line) => !shall?.includes(line)).map((line) => `- ${line}`);
  const missing = (shall ?? []).filter((line) => !has?.includes(line)).map((line) => `+ ${line}`);
  const twice = (has ?? [])
    .filter((line, at) => has?.indexOf(line) !== at)
    .map((line) => `- ${line} (once more)`);
  const place = `between ${BEGIN} and ${END} of ${README}`;
  return [...gone, ...twice, ...missing, '', `To be pasted ${place}:`, '', table].join('\n');
}

function inWords(cases: number): string {
  return cases.toLocaleString('en-GB');
}
