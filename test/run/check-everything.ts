import { ensureBrowsers } from './ensure-browsers';
import { npmScript, runStep } from './run-step';
import { runTests } from './run-tests';
import { resultsLine, sum, tallyStep, type Tally } from './tally';

const MINUTE_MS = 60_000;
const CHECKS = ['typecheck', 'lint', 'format:check'];
const BUILDS = ['build', 'build:local'];

const tallies: Tally[] = [];

for (const script of CHECKS) tallies.push(await tallyScript(script));
const builds: Tally[] = [];
for (const script of BUILDS) builds.push(await tallyScript(script));
tallies.push(...builds, await runTests('unit', 15 * MINUTE_MS));
tallies.push((await canBrowse()) ? await runTests('browser', 30 * MINUTE_MS) : tallyStep(false));

console.log(`\n${resultsLine(tallies)}`);
process.exitCode = sum(tallies).failed === 0 ? 0 : 1;

async function tallyScript(script: string): Promise<Tally> {
  const passed = await runStep(npmScript(script, 5 * MINUTE_MS));
  if (!passed) console.error(`${script} failed`);
  return tallyStep(passed);
}

/** The tests in browsers need browsers, and the extension as it is now. */
async function canBrowse(): Promise<boolean> {
  if (sum(builds).failed > 0) {
    console.error('The tests in browsers were left out, as there is no build to test');
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
