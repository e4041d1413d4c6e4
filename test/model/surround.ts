import * as catalogue from '../../src/storage/catalogue';
import type { Asked, Fate } from '../world/service-log';
import { LATENCY_MS } from '../world/service';
import { signedIn, type Stage } from './stage';
import { isWrite, OFFLINE, pauseOf, toFate } from './troubles';

/** Lets requests, storage and worker of the stage's world meet what the commands have set for them. */
export function surround(stage: Stage): void {
  const { world, watch } = stage;
  /** Of which time the first read of each account was: nobody has anything to compare with a read from before. */
  const firstReadsMs = new Map<string, number>();
  world.service.fateOf = (asked) => {
    const fate = fateOf(stage, asked, firstReadsMs);
    const { latencyMs = LATENCY_MS, lagMs = 0 } = fate;
    stage.shownMs.set(asked.nth, asked.atMs + latencyMs / 2 - lagMs);
    return fate;
  };
  world.local.trouble = ({ verb }) => (stage.isFull && verb === 'set' ? 'quota' : null);
  world.onStep = (step) => {
    watch.onStep(step);
    if (step.worker === 0) return;
    const [left, ...next] = stage.kills;
    if (left === undefined) return;
    stage.kills = left > 0 ? [left - 1, ...next] : next;
    if (left > 0) return;
    world.worker.kill();
    // It had no time to write down what it was told in this very moment.
    watch.forget(({ fromMs }) => fromMs === world.clock.trueMs);
  };
}

function fateOf(stage: Stage, asked: Asked, firstReadsMs: Map<string, number>): Fate {
  const { world, watch } = stage;
  const { account, nth, atMs } = asked;
  const nowMs = world.clock.trueMs;
  // Nobody can tell a minute that has passed from a clock that was set forward: reads do not lag right after that.
  const wantedMs = nowMs < stage.steadyFromMs ? nowMs : nowMs - stage.lagMs;
  const key = account ?? '';
  if (!(catalogue.snapshot(key).key in world.local.record)) firstReadsMs.set(key, wantedMs);
  const shownMs = Math.max(wantedMs, firstReadsMs.get(key) ?? -Infinity);
  const lagMs = nowMs - shownMs;
  if (!stage.isOnline) return OFFLINE;
  const found = stage.troubles.find(({ writes }) => !writes || isWrite(asked));
  if (!found) return { lagMs };
  stage.troubles = stage.troubles.filter((each) => each !== found);
  const fate = toFate(found.trouble, (answer) => {
    stage.refusals.push({ account, status: answer.status });
    if (account === null) return;
    const pause = pauseOf(answer);
    // What comes when somebody else has signed in meanwhile is told to nobody.
    const isHeard = watch.isHeard(nth) && signedIn(stage)?.account.key === account;
    if (pause && isHeard && !stage.isFull) watch.pause({ account, ...pause }, atMs);
  });
  return { lagMs, ...fate };
}
