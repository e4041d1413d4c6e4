import { readFile, rm } from 'node:fs/promises';
import { PROOF_FOLDER } from '../support/proof';
import { ensureBrowsers } from './ensure-browsers';
import { differenceOf, proofTable, readProofs } from './proof-table';
import { npmScript, runStep, type Step } from './run-step';
import { runTests, vitestStep, type TestRun } from './run-tests';
import { slowestFiles } from './slowest-files';
import { resultsLine, sum, tallyStep, type Tally } from './tally';

const MINUTE_MS = 60_000;
const CHECKS = ['typecheck', 'lint', 'format:check'];
/**
 * The tests that have to take every branch of what vite.config.ts names under `coverage`. They run once more for it,
 * because measuring would slow all the others by a sixth.
 */
const THOROUGH = ['test/outbox/', 'test/graph/decide-retry.', 'test/retry-after.'];
const NO_BROWSERS: TestRun = { tally: tallyStep(false), report: null };

await rm(PROOF_FOLDER, { recursive: true, force: true });

const build = await tally(npmScript('build', 5 * MINUTE_MS));
// Side by side: the checks keep one core busy, and what they leave of the others is for the tests.
const [checks, { unit, thorough }] = await Promise.all([tallyScripts(CHECKS), testWithoutBrowsers()]);
const browser = (await canBrowse()) ? await runTests('browser', 30 * MINUTE_MS) : NO_BROWSERS;
const tallies = [...checks, build, unit.tally, thorough, browser.tally, await checkProofs()];

console.log(`\nThe slowest files\n${slowestFiles([unit.report, browser.report], 10).join('\n')}`);
console.log(`\n${resultsLine(tallies)}`);
process.exitCode = sum(tallies).failed === 0 ? 0 : 1;

async function testWithoutBrowsers(): Promise<{ unit: TestRun; thorough: Tally }> {
  const unit = await runTests('unit', 15 * MINUTE_MS);
  const coverage = vitestStep('coverage', ['--project=unit', '--coverage', ...THOROUGH], 5 * MINUTE_MS);
  return { unit, thorough: await tally(coverage) };
}

async function tallyScripts(scripts: readonly string[]): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const script of scripts) tallies.push(await tally(npmScript(script, 5 * MINUTE_MS)));
  return tallies;
}

async function tally(step: Step): Promise<Tally> {
  const passed = await runStep(step);
  if (!passed) console.error(`${step.name} failed`);
  return tallyStep(passed);
}

/** The tests in browsers build what they test, but for the few that are about the production build. */
async function canBrowse(): Promise<boolean> {
  if (sum([build]).failed > 0) {
    console.error('The tests in browsers were left out, as the extension does not build');
    return false;
  }
  try {
    await ensureBrowsers({ firefox: true });
    return true;
  } catch (error) {
    console.error('The tests in browsers were left out:', error instanceof Error ? error.message : error);
    return false;
  }
}

/** Shows what the tests have found of lost and doubled edits; the README has to say the same. */
async function checkProofs(): Promise<Tally> {
  try {
    const table = await proofTable(await readProofs(PROOF_FOLDER));
    console.log(`\n▸ proofs\n${table}`);
    const difference = differenceOf(await readFile('README.md', 'utf8'), table);
    if (difference !== null) console.error(`\nThe README says something else:\n${difference}`);
    return tallyStep(difference === null);
  } catch (error) {
    console.error('The proofs could not be read:', error);
    return tallyStep(false);
  }
}
