import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toAccountRecord } from '../../src/storage/account-record';
import * as catalogue from '../../src/storage/catalogue';
import { forgetShared } from '../../src/storage/forget-shared';
import { mergePreferences } from '../../src/storage/merge-preferences';
import { readPageState } from '../../src/storage/page-state';
import { NO_PREFERENCES, type Preferences } from '../../src/storage/preferences';
import { savePreferences } from '../../src/storage/save-preferences';
import { adoptPreferences, sharePreferences } from '../../src/storage/share-preferences';
import { readStored, toRecord } from '../../src/storage/stored';
import { wipeAccount } from '../../src/storage/wipe-account';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, anAccount, anAdd, aSnapshot } from '../support/builders';
import { aMemoryMirror } from '../support/memory-mirror';

const { local, sync } = fakeBrowser.storage;
const byLevel: Preferences = { ...NO_PREFERENCES, order: 'level', placedAtMs: 5 };
const byName: Preferences = { ...NO_PREFERENCES, order: 'name', placedAtMs: 6 };
const inGerman: Preferences = { ...NO_PREFERENCES, contact: 'german', contactAtMs: 3 };
const stored = catalogue.preferences(ACCOUNT_KEY);
const newer = { [stored.key]: '{"version":9,"value":{}}' };

async function kept(): Promise<Preferences> {
  return mergePreferences(readPageState(await local.get(null)).choices, 10);
}

async function shared(): Promise<Preferences | null> {
  return readStored(await sync.get(null), stored);
}

beforeEach(async () => {
  vi.restoreAllMocks();
  resetBrowser();
  await local.set(toRecord(catalogue.account, anAccount()));
});

describe('preferences that are chosen', () => {
  it('are kept in this browser, and the page tells nobody else', async () => {
    await savePreferences(ACCOUNT_KEY, byLevel);
    expect(await kept()).toEqual(byLevel);
    expect(await sync.get(null)).toEqual({});
  });

  it('are refused where this browser cannot store them', async () => {
    local.failWith(new Error('quota exceeded'));
    await expect(savePreferences(ACCOUNT_KEY, byLevel)).rejects.toThrow('quota');
  });

  it('are offered to the other browsers, once', async () => {
    const set = vi.spyOn(sync, 'set');
    await savePreferences(ACCOUNT_KEY, byLevel);
    expect(await sharePreferences(10)).toBe('written');
    expect(await shared()).toEqual(byLevel);
    expect(await sharePreferences(11)).toBe('nothing-new');
    expect(set).toHaveBeenCalledOnce();
  });

  it('leave what another browser chose later as it is there, part by part', async () => {
    await sync.set(toRecord(stored, { ...byName, contact: 'welsh', contactAtMs: 2 }));
    await savePreferences(ACCOUNT_KEY, { ...byLevel, ...inGerman, placedAtMs: 5, order: 'level' });
    await sharePreferences(10);
    expect(await shared()).toEqual({ ...byName, contact: 'german', contactAtMs: 3 });
  });

  it('are not put back by this browser after a sign-out elsewhere has forgotten them', async () => {
    await savePreferences(ACCOUNT_KEY, byLevel);
    await sharePreferences(10);
    await forgetShared(ACCOUNT_KEY);
    expect(await sharePreferences(11)).toBe('nothing-new');
    expect(await sync.get(null)).toEqual({});
  });

  it('are offered although what was offered before had a later time', async () => {
    await savePreferences(ACCOUNT_KEY, { ...byLevel, ...inGerman, order: 'level', placedAtMs: 500 });
    await sharePreferences(10);
    await savePreferences(ACCOUNT_KEY, { ...byLevel, order: 'level', placedAtMs: 500, contactAtMs: 20 });
    expect(await sharePreferences(20)).toBe('written');
    expect(await shared()).toMatchObject({ contact: null, contactAtMs: 20 });
  });

  it('are offered again where a browser that did not know of them has written over them', async () => {
    await savePreferences(ACCOUNT_KEY, byLevel);
    await sharePreferences(10);
    await sync.set(toRecord(stored, inGerman));
    await adoptPreferences(11);
    expect(await sharePreferences(11)).toBe('written');
    const both = { ...byLevel, contact: 'german', contactAtMs: 3 };
    expect([await shared(), await kept()]).toEqual([both, both]);
    expect(await sharePreferences(12)).toBe('nothing-new');
    await sync.set({ [stored.key]: 'junk' });
    await sharePreferences(13);
    expect(await shared()).toEqual(byLevel);
  });

  it('are offered again after the browser refused them', async () => {
    await savePreferences(ACCOUNT_KEY, byLevel);
    sync.failWith(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'));
    expect(await sharePreferences(10)).toBe('written');
    sync.failWith(null);
    await sharePreferences(11);
    expect(await shared()).toEqual(byLevel);
  });

  it('stay here where sync is off', async () => {
    sync.failReadsWith(new Error('sync is off'));
    await savePreferences(ACCOUNT_KEY, byLevel);
    await adoptPreferences(10);
    expect(await sharePreferences(10)).toBe('nothing-new');
    expect(await kept()).toEqual(byLevel);
  });

  it('wait for the id of a language that is not confirmed yet', async () => {
    const edits = [anAdd({ language: 'new:w' })];
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot(), edits }));
    await savePreferences(ACCOUNT_KEY, { ...byLevel, contact: 'new:w', contactAtMs: 4 });
    expect(await sharePreferences(10)).toBe('waits');
    expect(await shared()).toEqual(byLevel);
    const snapshot = { ...aSnapshot(), aliases: { 'new:w': 'welsh' } };
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot }));
    expect(await sharePreferences(11)).toBe('written');
    expect(await shared()).toMatchObject({ contact: 'welsh', contactAtMs: 4 });
  });

  it('leave alone what a newer version shares', async () => {
    await savePreferences(ACCOUNT_KEY, byLevel);
    await sync.set(newer);
    expect(await sharePreferences(10)).toBe('nothing-new');
    expect(await sync.get(null)).toEqual(newer);
  });

  it('leave nothing behind of a sign-out while they are being shared', async () => {
    await savePreferences(ACCOUNT_KEY, byLevel);
    const sharing = sharePreferences(10);
    await Promise.all([sharing, wipeAccount(ACCOUNT_KEY, aMemoryMirror())]);
    expect([await local.get(null), await sync.get(null)]).toEqual([{}, {}]);
  });
});

describe('preferences of another browser', () => {
  it('are taken over where they are later, part by part', async () => {
    await local.set(toRecord(stored, { ...byLevel, contact: 'welsh', contactAtMs: 9 }));
    await sync.set(toRecord(stored, { ...byName, ...inGerman, order: 'name', placedAtMs: 6 }));
    await adoptPreferences(10);
    expect(await kept()).toEqual({ ...byName, contact: 'welsh', contactAtMs: 9 });
  });

  it('that were chosen by a clock of the far future overrule nothing, neither here nor there', async () => {
    await local.set(toRecord(stored, byLevel));
    const question = { question: 'guess:danish', isAside: true, atMs: 8e15 };
    const theirs = { ...byName, placedAtMs: 8e15, contact: 'x', contactAtMs: 8e15, putAside: [question] };
    await sync.set(toRecord(stored, theirs));
    await adoptPreferences(10);
    const old = { ...byLevel, contact: 'x', contactAtMs: 8e15, putAside: [question] };
    expect(await kept()).toEqual(old);
    await sharePreferences(10);
    expect(await shared()).toEqual(old);
  });

  it('never touch what this one chose, at whatever moment it does', async () => {
    await sync.set(toRecord(stored, { ...byName, ...inGerman, order: 'name', placedAtMs: 6 }));
    const adopting = adoptPreferences(10);
    await Promise.all([adopting, savePreferences(ACCOUNT_KEY, { ...byLevel, placedAtMs: 7 })]);
    expect(await kept()).toMatchObject({ order: 'level', placedAtMs: 7, contact: 'german' });
  });

  it('of version 1 count as chosen in all parts at its time', async () => {
    const old = { order: 'name', places: [], contact: null, putAside: ['guess:danish'], atMs: 6 };
    await local.set(toRecord(stored, { ...byLevel, contact: 'german', contactAtMs: 7 }));
    await sync.set({ [stored.key]: JSON.stringify({ version: 1, value: old }) });
    await adoptPreferences(10);
    expect(await kept()).toEqual({
      ...byName,
      contact: 'german',
      contactAtMs: 7,
      putAside: [{ question: 'guess:danish', isAside: true, atMs: 6 }],
    });
  });

  it.each([
    ['damaged', { [stored.key]: '{"version":2,"value":{"order":"sideways"}}' }],
    ['of another account', toRecord(catalogue.preferences('BBBBBBBBBBBBBBBBBBBBBB'), byName)],
    ['of a newer version', newer],
  ])('are left alone where they are %s', async (_, theirs) => {
    await local.set(toRecord(stored, byLevel));
    await sync.set(theirs);
    await adoptPreferences(10);
    expect(await kept()).toEqual(byLevel);
  });

  it('do not write over what a newer version keeps here', async () => {
    await local.set(newer);
    await sync.set(toRecord(stored, byName));
    await adoptPreferences(10);
    expect(await local.get(stored.key)).toEqual(newer);
  });

  it('do not write over what a newer version took over', async () => {
    const elsewhere = { [catalogue.preferencesElsewhere(ACCOUNT_KEY).key]: newer[stored.key] };
    await local.set(elsewhere);
    await sync.set(toRecord(stored, byName));
    await adoptPreferences(10);
    expect(await local.get(Object.keys(elsewhere))).toEqual(elsewhere);
  });

  it('are nobody’s while nobody is signed in', async () => {
    resetBrowser();
    await sync.set(toRecord(stored, byLevel));
    await adoptPreferences(10);
    expect(await local.get(null)).toEqual({});
  });

  it('are not written down where they are no news', async () => {
    await local.set(toRecord(catalogue.preferencesElsewhere(ACCOUNT_KEY), byName));
    await sync.set(toRecord(stored, byLevel));
    const set = vi.spyOn(local, 'set');
    await adoptPreferences(10);
    expect(set).not.toHaveBeenCalled();
  });
});
