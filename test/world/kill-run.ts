import type { AreaSemantics } from './area';
import { createPast, type CrashPoint } from './crash-points';
import { DEEDS, type Kind } from './deeds';
import type { Fate } from './service-log';
import { refusal } from './service-routes';
import { beginStory } from './story';
import type { Case } from './tally';
import type { World } from './world';

/** What the service does with the first request that changes something. */
export type ServerFate = 'executed' | 'not executed' | 'executed late' | 'rejected';
export const SERVER_FATES: readonly ServerFate[] = ['executed', 'not executed', 'executed late', 'rejected'];

/** One story: a person does something, and the worker is stopped at each of the points in turn. */
export interface KillCase {
  readonly points: readonly CrashPoint[];
  readonly kind: Kind;
  readonly fate: ServerFate;
  readonly semantics: AreaSemantics;
  readonly seed: number;
}

/** Tells the story and judges its end. */
export async function runKills({ points, kind, fate, semantics, seed }: KillCase): Promise<Case> {
  const story = await beginStory({ seed, semantics, losesWrite: () => true });
  const { world } = story;
  const { service, worker, clock } = world;
  const left = [...points];
  let isRefusing = fate === 'rejected';
  let isFirst = true;
  let hasDoneMore = false;
  forget(world);

  service.fateOf = ({ method }) => {
    if (method === 'GET') return {};
    const given: Fate = isRefusing ? REFUSED : isFirst ? fates(world)[fate] : {};
    isFirst = false;
    return left[0]?.needsLostAnswer ? { ...given, answer: 'lost' } : given;
  };
  story.onRetry = () => {
    isRefusing = false;
  };
  // Where nothing is left that could come to the next point, the person does something else.
  story.next = (isAtRest) => {
    const isWanted = isAtRest || (left[0]?.needsClick && left.length < points.length);
    if (left.length === 0 || hasDoneMore || !isWanted) return null;
    hasDoneMore = true;
    if (isAtRest) worker.kill();
    forget(world);
    return DEEDS.another;
  };
  const { past, note } = createPast();
  world.onStep = (step) => {
    if (left[0]?.isAt(step, past, world)) {
      left.shift();
      story.calmMs = clock.trueMs;
      worker.kill();
      story.losePopup();
      forget(world);
    }
    note(step);
  };

  const { tookMs, ...verdict } = await story.tell(DEEDS[kind]);
  const troubles = [
    ...left.map(({ name }) => `never came to ${name}`),
    ...(tookMs === null ? ['did not come to an end'] : []),
    ...world.reports.map(String),
  ];
  return {
    ...verdict,
    name: [kind, fate, semantics, `seed ${seed}`, ...points.map((point) => point.name)].join(' · '),
    trouble: troubles.join(', ') || null,
    tookMs: tookMs ?? 0,
  };
}

const REFUSED: Fate = { executes: false, answer: () => refusal(400) };

/** With an answer that tells nothing, wherever it is not the true one. */
function fates(world: World): Readonly<Record<ServerFate, Fate>> {
  const lateMs = 30_000 + Math.floor(world.random() * 70_000);
  return {
    executed: {},
    'not executed': { executes: false, answer: () => refusal(503) },
    'executed late': { executes: lateMs, answer: () => refusal(504) },
    rejected: {},
  };
}

/** With each stop the token is gone, and the snapshot is as version 1 left it, so that there is work at a start. */
function forget({ identity, local }: World): void {
  identity.held.clear();
  const snapshots = Object.entries(local.record).filter(([key]) => key.endsWith('/snapshot'));
  local.write(
    Object.fromEntries(
      snapshots.map(([key, text]) => [key, String(text).replace(/"version":\d+/, '"version":1')]),
    ),
  );
}
