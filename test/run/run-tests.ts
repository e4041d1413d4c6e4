import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runStep } from './run-step';
import { tallyTests, type Tally } from './tally';

/** Runs one of vitest's projects, its output in ours, and counts what became of its tests. */
export async function runTests(project: string, limitMs: number): Promise<Tally> {
  const folder = await mkdtemp(path.join(tmpdir(), 'profile-languages-report-'));
  const report = path.join(folder, 'report.json');
  try {
    const endedWell = await runStep({
      name: `${project} tests`,
      command: process.execPath,
      args: [
        'node_modules/vitest/vitest.mjs',
        'run',
        `--project=${project}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      limitMs,
    });
    return tallyTests(await readReport(report), endedWell);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    console.error('vitest left no report:', error);
    return null;
  }
}
