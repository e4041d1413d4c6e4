import { expect, it } from 'vitest';
import type { Area } from '../world/area';
import { createPast, CRASH_POINTS } from '../world/crash-points';
import { DEEDS, type Kind, KINDS } from '../world/deeds';
import { beginStory } from '../world/story';
import { type Case, tallyProof } from '../world/tally';

/** What no version 1 of an edit or of a snapshot says. */
const NEW_PARTS = ['tries', 'sent', 'settledAtMs', 'knownWrites', 'creations', 'looksAtMs'];

/** The stored text as version 1 would have left it. */
function asVersion1(text: unknown): string {
  const old = String(text).replace(/^\{"version":\d+,/, '{"version":1,');
  const parsed: unknown = JSON.parse(old, (name, value: unknown) =>
    NEW_PARTS.includes(name) ? undefined : value,
  );
  return JSON.stringify(parsed);
}

function makeOld(...areas: readonly Area[]): void {
  for (const area of areas) {
    const own = Object.entries(area.record).filter(([key]) => /edit|snapshot/.test(key));
    area.write(Object.fromEntries(own.map(([key, text]) => [key, asVersion1(text)])));
  }
}

/** The story in which the extension is updated from version 1 at that point. */
async function tell(point: (typeof CRASH_POINTS)[number], kind: Kind, seed: number): Promise<Case> {
  const story = await beginStory({ seed });
  const { world } = story;
  const { past, note } = createPast();
  const updated = { is: false };
  world.identity.held.clear();
  makeOld(world.local);
  world.service.fateOf = ({ method }) =>
    method !== 'GET' && point.needsLostAnswer && !updated.is ? { answer: 'lost' } : {};
  world.onStep = (step) => {
    if (!updated.is && point.isAt(step, past, world)) {
      updated.is = true;
      story.calmMs = world.clock.trueMs;
      world.worker.kill();
      story.losePopup();
      makeOld(world.local, world.mirror);
      world.clock.after(1, () => {
        world.worker.tell('onInstalled');
      });
    }
    note(step);
  };
  const { tookMs, ...verdict } = await story.tell(DEEDS[kind]);
  const troubles = [
    ...(updated.is ? [] : ['never came there']),
    ...(tookMs === null ? ['did not come to an end'] : []),
    ...world.reports.map(String),
  ];
  return {
    ...verdict,
    name: `${kind} · ${point.name}`,
    trouble: troubles.join(', ') || null,
    tookMs: tookMs ?? 0,
  };
}

it('loses and doubles nothing when it is updated from version 1 at any point', async () => {
  const told: Case[] = [];
  for (const point of CRASH_POINTS)
    for (const kind of KINDS) told.push(await tell(point, kind, told.length + 1));
  const tally = await tallyProof('updated from version 1 at 14 points', told);
  expect(tally.troubles).toEqual([]);
  expect(tally.count).toBe(42);
}, 60_000);
