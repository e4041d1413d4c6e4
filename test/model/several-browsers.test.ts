import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordProof } from '../support/proof';
import { countKinds, RUNS, SEED, setting } from './runs';
import { type Meetings, runTogether, someHappenings } from './several-browsers';

/** Every fourth of all runs. */
const OWN_RUNS = Math.round(RUNS / 4);

/** Far more than the runs take where nothing else is going on; */
const LONGEST_MS = 120_000 + OWN_RUNS * 500;

describe('three browsers of one person', () => {
  it(
    'come to the same without losing, doubling or silently overwriting anything',
    async () => {
      const met: Meetings[] = [];
      const property = fc.asyncProperty(setting, someHappenings, async (given, happenings) => {
        met.push(await runTogether(given, happenings));
      });
      const result = await fc.check(property, {
        numRuns: OWN_RUNS,
        seed: SEED,
        // A story of three takes long: one that is shorter is not worth minutes of telling others.
        endOnFailure: true,
        interruptAfterTimeLimit: LONGEST_MS,
        markInterruptAsFailure: true,
      });
      const total = (name: keyof Meetings) => met.reduce((sum, each) => sum + each[name], 0);
      const fault = 'three browsers of one person, model-based';
      await recordProof({ fault, count: result.numRuns, ...countKinds(result) });
      console.log(
        `three browsers: ${total('executions')} writes, ${total('questions')} questions, ` +
          `${total('between')} values written over between a read and a write`,
      );
      expect(result.failed, `${fc.defaultReportMessage(result)}\n${String(result.errorInstance)}`).toBe(
        false,
      );
      // Else there would be nothing to judge.
      expect(total('questions')).toBeGreaterThan(OWN_RUNS / 10);
    },
    LONGEST_MS + 10_000,
  );

  it('tell the same story for the same seed', async () => {
    const cases = fc.sample(fc.tuple(setting, someHappenings), { numRuns: 8, seed: SEED });
    for (const [given, happenings] of cases) {
      const tell = () => runTogether(given, happenings).catch((error: unknown) => String(error));
      expect(await tell()).toEqual(await tell());
    }
  });
});
