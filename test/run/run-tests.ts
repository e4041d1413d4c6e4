import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runStep, type Step } from './run-step';
import { tallyTests, type Tally } from './tally';

/** What came of a run of tests. */
export interface TestRun {
  readonly tally: Tally;
  /** vitest's JSON report, not checked yet; null where it left none. */
  readonly report: unknown;
}

/** The step that runs vitest with these arguments. */
export function vitestStep(name: string, args: readonly string[], limitMs: number): Step {
  const command = ['node_modules/vitest/vitest.mjs', 'run', ...args];
  return { name, command: process.execPath, args: command, limitMs };
}

/** Runs one of vitest's projects, its output in ours, and counts what became of its tests. */
export async function runTests(project: string, limitMs: number): Promise<TestRun> {
  const folder = await mkdtemp(path.join(tmpdir(), 'profile-languages-report-'));
  const file = path.join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const step = vitestStep(`${project} tests`, [`--project=${project}`, ...reporters], limitMs);
    const endedWell = await runStep(step);
    const report = await readReport(file);
    return { tally: tallyTests(report, endedWell), report };
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
