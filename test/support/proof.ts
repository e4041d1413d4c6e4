import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What one kind of fault did to edits, in how many tries: a row of the README's table. */
export interface Proof {
  /** What was done to the extension, in the words of the table. */
  readonly fault: string;
  /** How many cases ran. */
  readonly count: number;
  readonly lost: number;
  readonly doubled: number;
  readonly overwritten: number;
}

/** Where the tests of one run leave their rows; `npm test` empties it first and prints it last. */
export const PROOF_FOLDER = path.resolve('node_modules/.cache/proof');

/** Leaves a row for the table. Call it with what was measured, before anything is expected of it. */
export async function recordProof(proof: Proof): Promise<void> {
  await mkdir(PROOF_FOLDER, { recursive: true });
  const name = proof.fault.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  await writeFile(path.join(PROOF_FOLDER, `${name}.json`), JSON.stringify(proof));
}
