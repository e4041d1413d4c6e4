import fc from 'fast-check';
import type { Bug } from './bugs';
import { type Command, someCommands, type Weights } from './commands';
import { BrokenPromise, type Finding } from './findings';
import type { Setting } from './stage';
import { runTrial } from './trial';

/** Decides all runs: `MODEL_SEED`. */
export const SEED = Number(process.env['MODEL_SEED'] ?? 1);

/** How many lives are played in all: `MODEL_RUNS`. */
export const RUNS = Number(process.env['MODEL_RUNS'] ?? 2_000);

export const setting: fc.Arbitrary<Setting> = fc.record({
  seed: fc.nat(),
  semantics: fc.constantFrom('chromium', 'firefox'),
  languages: fc.nat({ max: 3 }),
});

type Given = [Setting, readonly Command[]];

/** That no promise is broken, whatever happens in these proportions after a beginning that is always the same. */
export function trials(weights: Weights, beginning: readonly Command[] = []): fc.IAsyncProperty<Given> {
  return fc.asyncProperty(setting, someCommands(weights), async (given, commands) => {
    await runTrial(given, [...beginning, ...commands]);
  });
}

/** What was done to edits in the run that failed; nothing where none did. */
export function countKinds({
  errorInstance,
}: Pick<fc.RunDetails<Given>, 'errorInstance'>): Record<Exclude<Finding['kind'], 'broken'>, number> {
  const findings = errorInstance instanceof BrokenPromise ? errorInstance.findings : [];
  const count = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).length;
  return { lost: count('lost'), doubled: count('doubled'), overwritten: count('overwritten') };
}

/** The first of so many runs in which a promise is broken, and which; null where none is. Nothing is shrunk. */
export async function firstBroken(
  { weights, beginning }: Pick<Bug, 'weights' | 'beginning'>,
  runs: number,
): Promise<{ readonly run: number; readonly rule: string } | null> {
  const result = await fc.check(trials(weights, beginning), {
    numRuns: runs,
    seed: SEED,
    endOnFailure: true,
  });
  if (!result.failed) return null;
  const { errorInstance } = result;
  if (!(errorInstance instanceof BrokenPromise)) throw errorInstance;
  return { run: result.numRuns, rule: errorInstance.findings[0]?.rule ?? '' };
}
