import { beforeEach, describe, expect, it } from 'vitest';
import { toAccountRecord } from '../../src/storage/account-record';
import * as catalogue from '../../src/storage/catalogue';
import { discardUnreadable } from '../../src/storage/discard-unreadable';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, anAdd, aSnapshot } from '../support/builders';
import { aMemoryMirror } from '../support/memory-mirror';

const { local } = fakeBrowser.storage;

const OTHER_KEY = 'BBBBBBBBBBBBBBBBBBBBBB';

beforeEach(resetBrowser);

describe('an edit that cannot be read', () => {
  it('goes, from the mirror too, when the person discards it, and nothing else does', async () => {
    const key = `${catalogue.editPrefix(ACCOUNT_KEY)}e1`;
    const theirs = { [`${catalogue.editPrefix(OTHER_KEY)}e2`]: 'theirs' };
    const kept = { ...toAccountRecord(ACCOUNT_KEY, { edits: [anAdd()], snapshot: aSnapshot() }), ...theirs };
    await local.set({ ...kept, [key]: 'damaged' });
    const mirror = aMemoryMirror();
    await mirror.put({ [key]: 'damaged as well' });
    await discardUnreadable(ACCOUNT_KEY, mirror);
    expect(await local.get(null)).toEqual(kept);
    expect(mirror.texts.size).toBe(0);
  });

  it('is kept for the version that can read it, unless nothing else is left to discard', async () => {
    const prefix = catalogue.editPrefix(ACCOUNT_KEY);
    const newer = { [`${prefix}e2`]: JSON.stringify({ version: 3, value: {} }) };
    await local.set({ ...newer, [`${prefix}e1`]: 'damaged' });
    await discardUnreadable(ACCOUNT_KEY, aMemoryMirror());
    expect(await local.get(null)).toEqual(newer);
    await discardUnreadable(ACCOUNT_KEY, aMemoryMirror());
    expect(await local.get(null)).toEqual({});
  });

  it('stays where the mirror fails, which would bring it back, and says so', async () => {
    const damaged = { [`${catalogue.editPrefix(ACCOUNT_KEY)}e1`]: 'damaged' };
    await local.set(damaged);
    const remove = () => Promise.reject(new Error('The database is gone'));
    await expect(discardUnreadable(ACCOUNT_KEY, { ...aMemoryMirror(), remove })).rejects.toThrow('mirror');
    expect(await local.get(null)).toEqual(damaged);
  });
});
