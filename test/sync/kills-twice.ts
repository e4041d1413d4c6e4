import { expect } from 'vitest';
import type { AreaSemantics } from '../world/area';
import { CRASH_POINTS } from '../world/crash-points';
import { KINDS } from '../world/deeds';
import { runKills, SERVER_FATES } from '../world/kill-run';
import { type Case, tallyProof } from '../world/tally';

/** Every ordered pair of crash points: the second is met by what the first has left behind. */
export async function killTwice(semantics: AreaSemantics): Promise<void> {
  const told: Case[] = [];
  for (const first of CRASH_POINTS)
    for (const second of CRASH_POINTS)
      for (const kind of KINDS)
        for (const fate of SERVER_FATES) {
          const seed = told.length;
          told.push(await runKills({ points: [first, second], kind, fate, semantics, seed }));
        }
  const browser = { chromium: 'Chromium', firefox: 'Firefox' }[semantics];
  const tally = await tallyProof(`worker killed at each pair of 14 points, storage of ${browser}`, told);
  expect(tally.troubles).toEqual([]);
  expect(tally.count).toBe(2_352);
  expect(tally.slowestMs).toBeLessThanOrEqual(5 * 60_000);
}
