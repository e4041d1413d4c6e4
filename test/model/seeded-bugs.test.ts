import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as buildEngineFile from '../../src/background/build-engine';
import type * as engineFile from '../../src/sync/engine';
import type * as decideRetryFile from '../../src/graph/decide-retry';
import type * as retryAfterFile from '../../src/graph/retry-after';
import type * as mendStorageFile from '../../src/storage/mend-storage';
import { inForce } from './bug-in-force';
import { BUGS } from './bugs';
import type { Weights } from './commands';
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

vi.mock('../../src/graph/retry-after', async (original) => {
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

const MAX_RUNS = 2_000;

describe('the model', () => {
  /** How far the commands in those proportions were needed. */
  const neededRuns = new Map<Weights, number>();

  afterEach(() => {
    inForce.bug = {};
  });

  it.each(BUGS)('notices an engine that $name', { timeout: 240_000 }, async ({ name, weights, ...bug }) => {
    inForce.bug = bug;
    const found = await firstBroken(weights, MAX_RUNS);
    console.log(`${name}: noticed in run ${found?.run}: ${found?.rule}`);
    expect(found).not.toBeNull();
    neededRuns.set(weights, Math.max(neededRuns.get(weights) ?? 0, found?.run ?? 0));
  });

  it('finds nothing in the same runs of the engine as it is', { timeout: 240_000 }, async () => {
    for (const [weights, runs] of neededRuns) expect(await firstBroken(weights, runs)).toBeNull();
  });
});
