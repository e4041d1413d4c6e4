import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as buildEngineFile from '../../src/background/build-engine';
import type * as engineFile from '../../src/sync/engine';
import type * as decideRetryFile from '../../src/graph/decide-retry';
import type * as retryAfterFile from '../../src/retry-after';
import type * as mendStorageFile from '../../src/storage/mend-storage';
import type * as stoppableFile from '../../src/sync/stoppable';
import { inForce } from './bug-in-force';
import { type Bug, BUGS } from './bugs';
import { firstBroken } from './runs';

vi.mock('../../src/background/build-engine', async (original) => {
  const right = await original<typeof buildEngineFile>();
  const buildEngine: typeof right.buildEngine = (account, parts, wakeUp) =>
    right.buildEngine(account, inForce.bug.worker?.(parts) ?? parts, wakeUp);
  return { ...right, buildEngine };
});

vi.mock('../../src/sync/engine', async (original) => {
  const right = await original<typeof engineFile>();
  const createEngine: typeof right.createEngine = (account, parts) =>
    right.createEngine(account, inForce.bug.engine?.(parts) ?? parts);
  return { ...right, createEngine };
});

vi.mock('../../src/graph/decide-retry', async (original) => {
  const right = await original<typeof decideRetryFile>();
  const decideRetry: typeof right.decideRetry = (request) => {
    const decision = right.decideRetry(request);
    return inForce.bug.retry?.(request, decision) ?? decision;
  };
  return { ...right, decideRetry };
});

vi.mock('../../src/retry-after', async (original) => {
  const right = await original<typeof retryAfterFile>();
  const readRetryAfterMs: typeof right.readRetryAfterMs = (header, clocks) => {
    const waitMs = right.readRetryAfterMs(header, clocks);
    return inForce.bug.retryAfterMs ? inForce.bug.retryAfterMs(header, waitMs) : waitMs;
  };
  return { ...right, readRetryAfterMs };
});

vi.mock('../../src/storage/mend-storage', async (original) => {
  const right = await original<typeof mendStorageFile>();
  const mendStorage: typeof right.mendStorage = (...given) =>
    (inForce.bug.mend ?? right.mendStorage)(...given);
  return { ...right, mendStorage };
});

vi.mock('../../src/sync/stoppable', async (original) => {
  const right = await original<typeof stoppableFile>();
  const stoppable: typeof right.stoppable = (parts) => {
    const stopped = right.stoppable(parts);
    return inForce.bug.neverStops ? { ...stopped, parts } : stopped;
  };
  return { ...right, stoppable };
});

const MAX_RUNS = 2_000;

describe('the model', () => {
  /** How far each kind of run was needed, by what decides its commands. */
  const needed = new Map<string, { readonly bug: Bug; readonly runs: number }>();

  afterEach(() => {
    inForce.bug = {};
  });

  it.each(BUGS)('notices an engine that $name', { timeout: 240_000 }, async (bug) => {
    inForce.bug = bug;
    const found = await firstBroken(bug, MAX_RUNS);
    console.log(`${bug.name}: noticed in run ${found?.run}: ${found?.rule}`);
    expect(found).not.toBeNull();
    const kind = JSON.stringify([bug.weights, bug.beginning]);
    const runs = Math.max(needed.get(kind)?.runs ?? 0, found?.run ?? 0);
    needed.set(kind, { bug, runs });
  });

  it('finds nothing in the same runs of the engine as it is', { timeout: 240_000 }, async () => {
    for (const { bug, runs } of needed.values()) {
      expect(await firstBroken(bug, runs), `as for ${bug.name}`).toBeNull();
    }
  });
});
