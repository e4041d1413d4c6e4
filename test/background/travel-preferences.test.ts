import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { travelPreferences } from '../../src/background/travel-preferences';
import { toAccountRecord } from '../../src/storage/account-record';
import * as catalogue from '../../src/storage/catalogue';
import { NO_PREFERENCES, type Order, type Preferences } from '../../src/storage/preferences';
import { savePreferences } from '../../src/storage/save-preferences';
import { readStored, toRecord } from '../../src/storage/stored';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, anAccount, anAdd, aSnapshot } from '../support/builders';
import { timerClock } from '../support/timer-clock';

const { local, sync } = fakeBrowser.storage;
const stored = catalogue.preferences(ACCOUNT_KEY);
const elsewhere = catalogue.preferencesElsewhere(ACCOUNT_KEY);

const startWorker = () => {
  travelPreferences(timerClock);
};

const chosen = (order: Order): Preferences => ({ ...NO_PREFERENCES, order, placedAtMs: Date.now() });
const choose = (order: Order) => savePreferences(ACCOUNT_KEY, chosen(order));
const pass = (waitMs: number) => vi.advanceTimersByTimeAsync(waitMs);

async function shared(): Promise<Preferences | null> {
  return readStored(await sync.get(null), stored);
}

describe('preferences', () => {
  beforeEach(async () => {
    vi.useFakeTimers({ now: 1_000_000 });
    vi.stubGlobal('reportError', (error: unknown) => {
      throw error;
    });
    resetBrowser();
    await local.set(toRecord(catalogue.account, anAccount()));
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('reach the other browsers once in ten seconds at most, and the last state then', async () => {
    startWorker();
    const set = vi.spyOn(sync, 'set');
    for (let second = 0; second < 25; second += 1) {
      await choose(second % 2 === 0 ? 'name' : 'level');
      await pass(1_000);
    }
    expect(set).toHaveBeenCalledTimes(3);
    await choose('hand');
    await pass(10_000);
    expect(await shared()).toMatchObject({ order: 'hand' });
    expect(set).toHaveBeenCalledTimes(4);
  });

  it('reach them at once after a pause', async () => {
    startWorker();
    await pass(1_000);
    await choose('name');
    await pass(1);
    expect(await shared()).toMatchObject({ order: 'name' });
  });

  it('reach them although storage could not be read before', async () => {
    const told = vi.fn();
    vi.stubGlobal('reportError', told);
    local.failReadsWith(new Error('An unexpected error occurred'));
    startWorker();
    await pass(1);
    expect(told).toHaveBeenCalledOnce();
    local.failReadsWith(null);
    await choose('name');
    await pass(1);
    expect(await shared()).toMatchObject({ order: 'name' });
  });

  it('reach them by the next worker where this one was stopped before', async () => {
    await choose('name');
    startWorker();
    await pass(1);
    expect(await shared()).toMatchObject({ order: 'name' });
  });

  it('reach them once a language has its id', async () => {
    await local.set(toAccountRecord(ACCOUNT_KEY, { edits: [anAdd({ language: 'new:w' })] }));
    startWorker();
    await savePreferences(ACCOUNT_KEY, { ...NO_PREFERENCES, contact: 'new:w', contactAtMs: 7 });
    await pass(60_000);
    expect(await shared()).toBeNull();
    const snapshot = { ...aSnapshot(), aliases: { 'new:w': 'welsh' } };
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot }));
    await pass(10_000);
    expect(await shared()).toMatchObject({ contact: 'welsh', contactAtMs: 7 });
  });

  it('of another browser are taken over when they arrive, and when their owner signs in', async () => {
    await local.remove(catalogue.account.key);
    startWorker();
    await sync.set(toRecord(stored, chosen('name')));
    await pass(1);
    expect(readStored(await local.get(null), elsewhere)).toBeNull();
    await local.set(toRecord(catalogue.account, anAccount()));
    await pass(1);
    expect(readStored(await local.get(null), elsewhere)).toMatchObject({ order: 'name' });
    await sync.set(toRecord(stored, chosen('level')));
    await pass(1);
    expect(readStored(await local.get(null), elsewhere)).toMatchObject({ order: 'level' });
  });

  it('of another browser that were chosen later are not written over', async () => {
    await choose('name');
    await pass(1_000);
    await sync.set(toRecord(stored, chosen('level')));
    startWorker();
    await pass(20_000);
    expect(await shared()).toMatchObject({ order: 'level' });
    expect(readStored(await local.get(null), elsewhere)).toMatchObject({ order: 'level' });
  });

  it('do not come back by themselves after a sign-out elsewhere', async () => {
    startWorker();
    await choose('name');
    await pass(1);
    await sync.remove(stored.key);
    await pass(20_000);
    startWorker();
    await pass(20_000);
    expect(await sync.get(null)).toEqual({});
  });
});
