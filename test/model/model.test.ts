import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordProof } from '../support/proof';
import { EVERYTHING, someCommands } from './commands';
import { GROUPS } from './groups';
import { countKinds, RUNS, setting, SEED, trials } from './runs';
import { runTrial } from './trial';

/** Far more than the runs take where nothing else is going on; what is left of it may be spent on shrinking. */
const LONGEST_MS = 120_000 + RUNS * 250;

describe('the extension', () => {
  it.each(GROUPS)(
    'keeps its promises: $fault',
    async ({ fault, share, weights }) => {
      const result = await fc.check(trials(weights), {
        numRuns: Math.round(RUNS * share),
        seed: SEED,
        interruptAfterTimeLimit: LONGEST_MS,
        markInterruptAsFailure: true,
      });
      await recordProof({ fault, count: result.numRuns, ...countKinds(result) });
      expect(result.failed, `${fc.defaultReportMessage(result)}\n${String(result.errorInstance)}`).toBe(
        false,
      );
    },
    LONGEST_MS + 10_000,
  );
});

describe('a run of the model', () => {
  it('is the same for the same seed', async () => {
    const cases = fc.sample(fc.tuple(setting, someCommands(EVERYTHING)), { numRuns: 20, seed: SEED });
    for (const [given, commands] of cases) {
      const play = () => runTrial(given, commands).catch((error: unknown) => String(error));
      expect(await play()).toEqual(await play());
    }
  });
});
