import { play } from './play';
import type { Person, Stage } from './stage';
import { makeWell } from './trial';

/** The browsers of one person. */
export type Stages = readonly [Stage, ...Stage[]];

/** Whose browsers they are: nobody else signs in. */
export function ownerOf({ people }: Stage): Person {
  const [owner] = people;
  if (!owner) throw new Error('A stage has people.');
  return owner;
}

/** The edits that ask the person in one browser, by their keys. */
export function questionsOf({ world }: Stage): string[] {
  return Object.entries(world.local.record)
    .filter(([key, text]) => key.includes('/edit/') && String(text).includes('"status":"parked"'))
    .map(([key]) => key);
}

const MINUTE_MS = 60_000;

/** Longer than the service may ask to wait. */
const LONG_MS = 2 * 60 * MINUTE_MS;

/** An answer may lead to one more question, and hardly to a third. */
const MAX_ROUNDS = 12;

/**
 * Lets nothing go wrong any more until every browser is through with its work; then answers what they ask, one by one,
 * now with the person's own value and now with the profile's, and lets everybody look once more.
 */
export async function comeToRest(stages: Stages): Promise<void> {
  const [{ world }] = stages;
  for (const stage of stages) makeWell(stage);
  await world.advance(10 * MINUTE_MS);
  for (const stage of stages) await play(stage, { kind: 'try-again' });
  await world.advance(LONG_MS);
  for (let round = 0; round < MAX_ROUNDS && stages.some(isAsking); round += 1) {
    for (const [index, stage] of stages.entries()) {
      if (!isAsking(stage)) continue;
      const answer = (round + index) % 2 === 0 ? 'mine' : 'theirs';
      await play(stage, { kind: 'deeds', deeds: [{ page: 0, deed: { do: answer, line: round } }] });
      await world.advance(MINUTE_MS);
    }
  }
  for (const stage of stages) await play(stage, { kind: 'try-again' });
  await world.advance(10 * MINUTE_MS);
}

function isAsking(stage: Stage): boolean {
  return questionsOf(stage).length > 0;
}
