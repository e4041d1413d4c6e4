import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Proof } from '../support/proof';
import { differenceOf, proofTable, readProofs, tableIn } from './proof-table';

const kills: Proof = { fault: 'worker killed once', count: 1_336, lost: 0, doubled: 0, overwritten: 0 };
const flaky: Proof = { fault: 'answers lost', count: 20, lost: 0, doubled: 1, overwritten: 12 };

const TABLE = `
| fault              | cases | lost | doubled | overwritten |
| ------------------ | ----: | ---: | ------: | ----------: |
| answers lost       |    20 |    0 |       1 |          12 |
| worker killed once | 1,336 |    0 |       0 |           0 |
`.trim();

const readme = (table: string) => `# It\n\n<!-- proofs -->\n\n${table}\n\n<!-- /proofs -->\n\nMore.\n`;

describe('the proofs of a run', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'profile-languages-proofs-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are read from the folder in which the tests leave them', async () => {
    await writeFile(path.join(folder, 'a.json'), JSON.stringify(kills));
    await expect(readProofs(folder)).resolves.toEqual([kills]);
  });

  it('are none where no test left one', async () => {
    await expect(readProofs(path.join(folder, 'nowhere'))).resolves.toEqual([]);
  });

  it.each(['', '{}', JSON.stringify({ ...kills, lost: -1 })])('are refused where one is %j', async (text) => {
    await writeFile(path.join(folder, 'a.json'), text);
    await expect(readProofs(folder)).rejects.toThrow();
  });

  it('are a table by name, formatted as the README is', async () => {
    await expect(proofTable([kills, flaky])).resolves.toBe(TABLE);
  });
});

describe('the table in the README', () => {
  it('is what stands between the marks', () => {
    expect(tableIn(readme(TABLE))).toBe(TABLE);
  });

  it.each(['# It\n', '<!-- /proofs --> x <!-- proofs -->', '<!-- proofs --> x'])('is none in %j', (text) => {
    expect(tableIn(text)).toBeNull();
  });

  it('is right where it says what was found', () => {
    expect(differenceOf(readme(TABLE), TABLE)).toBeNull();
  });

  it('is told line by line where it says something else, with what to paste', () => {
    const difference = differenceOf(readme(TABLE.replace('1,336', '  336')), TABLE);
    expect(difference?.split('\n').slice(0, 2)).toEqual([
      '- | worker killed once |   336 |    0 |       0 |           0 |',
      '+ | worker killed once | 1,336 |    0 |       0 |           0 |',
    ]);
    expect(difference).toContain(`\n\n${TABLE}`);
    expect(differenceOf('# It\n', TABLE)).toContain('<!-- proofs -->');
  });

  it('is wrong where it has rows twice, and says which', () => {
    expect(differenceOf(readme(`${TABLE}\n${TABLE}`), TABLE)).toContain('(once more)');
  });

  it('is wrong where it has the same rows in another order', () => {
    expect(differenceOf(readme(TABLE.split('\n').toReversed().join('\n')), TABLE)).toContain('To be pasted');
  });
});
