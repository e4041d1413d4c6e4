import { expect, it } from 'vitest';
import { CRASH_POINTS } from '../world/crash-points';
import { KINDS } from '../world/deeds';
import { type KillCase, runKills, SERVER_FATES } from '../world/kill-run';
import { type Case, tallyProof } from '../world/tally';

const cases = (['chromium', 'firefox'] as const).flatMap((semantics) =>
  CRASH_POINTS.flatMap((point) =>
    KINDS.flatMap((kind) =>
      SERVER_FATES.map((fate): Omit<KillCase, 'seed'> => ({ points: [point], kind, fate, semantics })),
    ),
  ),
);

it('loses and doubles nothing when the worker is stopped at any point', { timeout: 120_000 }, async () => {
  const told: Case[] = [];
  for (const [seed, each] of cases.entries()) told.push(await runKills({ ...each, seed }));
  const tally = await tallyProof('worker killed at 14 points', told);
  expect(tally.troubles).toEqual([]);
  expect(tally.count).toBe(336);
  expect(tally.slowestMs).toBeLessThanOrEqual(5 * 60_000);
});
