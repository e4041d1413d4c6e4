import { beforeEach, describe, expect, it } from 'vitest';
import * as catalogue from '../../src/storage/catalogue';
import { readPageState } from '../../src/storage/page-state';
import { NO_PREFERENCES, type Preferences } from '../../src/storage/preferences';
import { adoptPreferences, forgetPreferences, savePreferences } from '../../src/storage/share-preferences';
import { toRecord } from '../../src/storage/stored';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, anAccount } from '../support/builders';

const { local, sync } = fakeBrowser.storage;
const byLevel: Preferences = { ...NO_PREFERENCES, order: 'level', atMs: 5 };
const stored = catalogue.preferences(ACCOUNT_KEY);

async function kept(): Promise<Preferences> {
  return readPageState(await local.get(null)).preferences;
}

describe('preferences', () => {
  beforeEach(async () => {
    resetBrowser();
    await local.set(toRecord(catalogue.account, anAccount()));
  });

  it('are kept in this browser and offered to the others', async () => {
    await savePreferences(ACCOUNT_KEY, byLevel);
    expect(await kept()).toEqual(byLevel);
    expect(await sync.get(null)).toEqual(toRecord(stored, byLevel));
  });

  it('are kept although the browser does not sync', async () => {
    sync.failWith(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'));
    sync.failReadsWith(new Error('sync is off'));
    await savePreferences(ACCOUNT_KEY, byLevel);
    await adoptPreferences(10);
    expect(await kept()).toEqual(byLevel);
  });

  it('are refused where this browser cannot store them', async () => {
    local.failWith(new Error('quota exceeded'));
    await expect(savePreferences(ACCOUNT_KEY, byLevel)).rejects.toThrow('quota');
    expect(await sync.get(null)).toEqual({});
  });

  it('fit into one item of the sync storage, however many languages there are', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `0fb4c1e3-c1e3-4fb4-a3c1-${1e11 + index}`);
    await savePreferences(ACCOUNT_KEY, {
      ...byLevel,
      places: many,
      putAside: many.map((id) => `guess:${id}`),
    });
    expect(JSON.stringify(await sync.get(null)).length).toBeLessThan(8192);
  });

  it.each([
    ['later ones of another browser', { ...byLevel, order: 'name', atMs: 6 }, 'name'],
    ['no earlier ones', { ...byLevel, order: 'name', atMs: 4 }, 'level'],
    ['none of the far future', { ...byLevel, order: 'name', atMs: 1e300 }, 'level'],
  ] as const)('take over %s', async (_, theirs, order) => {
    await local.set(toRecord(stored, byLevel));
    await sync.set(toRecord(stored, theirs));
    await adoptPreferences(10);
    expect((await kept()).order).toBe(order);
  });

  it.each([
    ['damaged', { [stored.key]: '{"version":1,"value":{"order":"sideways"}}' }],
    [
      'of another account',
      toRecord(catalogue.preferences('BBBBBBBBBBBBBBBBBBBBBB'), { ...byLevel, atMs: 9 }),
    ],
    ['of a newer version', { [stored.key]: '{"version":9,"value":{}}' }],
  ])('take over nothing that is %s', async (_, shared) => {
    await local.set(toRecord(stored, byLevel));
    await sync.set(shared);
    await adoptPreferences(10);
    expect(await kept()).toEqual(byLevel);
  });

  it('take over nothing while nobody is signed in', async () => {
    resetBrowser();
    await sync.set(toRecord(stored, byLevel));
    await adoptPreferences(10);
    expect(await local.get(null)).toEqual({});
  });

  it('are gone from the sync storage after a sign-out', async () => {
    await savePreferences(ACCOUNT_KEY, byLevel);
    await forgetPreferences(ACCOUNT_KEY);
    expect(await sync.get(null)).toEqual({});
  });
});
