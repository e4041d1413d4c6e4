import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followPolicy } from '../../src/background/follow-policy';
import { NO_POLICY } from '../../src/storage/policy';
import { policy } from '../../src/storage/registration-keys';
import { readStored, toRecord } from '../../src/storage/stored';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { timerClock } from '../support/timer-clock';

const { local, managed } = fakeBrowser.storage;
const TENANT = '11111111-2222-4333-8444-555555555555';
const contoso = { ...NO_POLICY, tenant: TENANT };

const startWorker = () => {
  followPolicy(timerClock);
};
const known = async () => readStored(await local.get(null), policy);
const pass = (waitMs: number) => vi.advanceTimersByTimeAsync(waitMs);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error;
  });
  resetBrowser();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what an organisation prescribes', () => {
  it('is known once the browser gives it, at once or some seconds after its start, and changes with it', async () => {
    await managed.set({ tenant: TENANT });
    startWorker();
    await pass(1);
    expect(await known()).toEqual(contoso);
    await managed.set({ tenant: 'fabrikam.example' });
    await pass(1);
    expect(await known()).toEqual({ ...NO_POLICY, tenant: 'fabrikam.example' });
  });

  it('stays known while a browser that has just started does not give it yet', async () => {
    await local.set(toRecord(policy, contoso));
    startWorker();
    await pass(4_000);
    await managed.set({ tenant: TENANT });
    await pass(20_000);
    expect(await known()).toEqual(contoso);
  });

  it('is forgotten when it is taken back, and where it is gone after a start', async () => {
    await managed.set({ tenant: TENANT });
    startWorker();
    await pass(1);
    await managed.remove('tenant');
    await pass(1);
    expect(await local.get(null)).toEqual({});
    await local.set(toRecord(policy, contoso));
    startWorker();
    await pass(11_000);
    expect(await local.get(null)).toEqual({});
  });

  it('stays known where it cannot be read for once', async () => {
    vi.stubGlobal('reportError', vi.fn());
    await local.set(toRecord(policy, contoso));
    managed.failReadsWith(new Error('An unexpected error occurred'));
    startWorker();
    await pass(20_000);
    expect(await known()).toEqual(contoso);
  });

  it('is nothing where the browser knows no policies', async () => {
    managed.failReadsWith(new Error('Managed storage manifest not found'));
    startWorker();
    await pass(20_000);
    expect(await local.get(null)).toEqual({});
  });
});
