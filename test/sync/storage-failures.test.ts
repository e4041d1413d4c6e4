import { expect, it } from 'vitest';
import type { AreaCall, AreaTrouble } from '../world/area';
import { DEEDS, type Kind, KINDS } from '../world/deeds';
import { beginStory } from '../world/story';
import { type Case, tallyProof } from '../world/tally';

/** Which calls go wrong: of the worker or of the popup, to which database. */
interface Victim {
  readonly area: 'local' | 'mirror';
  readonly verb: AreaCall['verb'];
  readonly by: 'worker' | 'popup';
}

const VICTIMS: readonly Victim[] = [
  { area: 'local', verb: 'get', by: 'worker' },
  { area: 'local', verb: 'set', by: 'worker' },
  { area: 'local', verb: 'remove', by: 'worker' },
  { area: 'mirror', verb: 'get', by: 'worker' },
  { area: 'mirror', verb: 'set', by: 'worker' },
  { area: 'mirror', verb: 'remove', by: 'worker' },
  { area: 'local', verb: 'set', by: 'popup' },
];

/** A read that fails fails in one way only. */
const TROUBLES: Readonly<Record<AreaCall['verb'], readonly AreaTrouble[]>> = {
  get: ['generic'],
  set: ['quota', 'generic', 'commits-and-rejects'],
  remove: ['generic', 'commits-and-rejects'],
};

/** For how long the database fails from its first failure on; 0: once. */
const LASTING_MS = [0, 120_000];

/** The story in which the nth such call goes wrong; null where there are fewer calls. */
async function tell(victim: Victim, trouble: AreaTrouble, nth: number, lastMs: number, kind: Kind) {
  const story = await beginStory({ seed: nth });
  const { world } = story;
  const { clock } = world;
  let calls = 0;
  let untilMs = 0;
  world[victim.area].trouble = ({ verb, worker }) => {
    if (verb !== victim.verb || worker > 0 !== (victim.by === 'worker')) return null;
    calls += 1;
    if (calls === nth) {
      untilMs = clock.trueMs + lastMs;
      story.calmMs = untilMs;
    }
    return calls === nth || clock.trueMs < untilMs ? trouble : null;
  };
  const { tookMs, ...verdict } = await story.tell(DEEDS[kind]);
  if (calls < nth) return null;
  const told: Case = {
    ...verdict,
    name: `${kind} · ${victim.by}'s ${victim.area}.${victim.verb} ${nth} · ${trouble} for ${lastMs} ms`,
    trouble: tookMs === null ? 'did not come to an end' : null,
    tookMs: tookMs ?? 0,
  };
  return told;
}

it.each(VICTIMS)(
  'loses and doubles nothing when any $verb of the $by fails ($area)',
  { timeout: 300_000 },
  async (victim) => {
    const told: Case[] = [];
    for (const kind of KINDS)
      for (const trouble of TROUBLES[victim.verb])
        for (const lastMs of LASTING_MS)
          for (let nth = 1; ; nth += 1) {
            const each = await tell(victim, trouble, nth, lastMs, kind);
            if (each === null) break;
            told.push(each);
          }
    const where = victim.area === 'mirror' ? 'IndexedDB' : 'storage.local';
    const tally = await tallyProof(`any ${victim.verb} of the ${victim.by} in ${where} failing`, told);
    expect(tally.troubles).toEqual([]);
    expect(tally.count).toBeGreaterThan(0);
  },
);
