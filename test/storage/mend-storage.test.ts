import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Edit, inState } from '../../src/outbox/edit';
import { readAccountState, toAccountRecord, toEditRecord } from '../../src/storage/account-record';
import { mendStorage } from '../../src/storage/mend-storage';
import type { OutboxMirror } from '../../src/storage/outbox-mirror';
import { wipeAccount } from '../../src/storage/wipe-account';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, aChange, anAdd, aRemoval, aSnapshot } from '../support/builders';
import { aMemoryMirror } from '../support/memory-mirror';
import { recordProof } from '../support/proof';

const { local } = fakeBrowser.storage;
const edits = [anAdd(), aChange({ spoken: 'elementary' }), aRemoval()];
const mend = (mirror: OutboxMirror) =>
  mendStorage(mirror, { nowMs: 1_000_000, newId: () => 'an-id', hasStopped: () => false });
const storedEdits = async () => readAccountState(await local.get(null), ACCOUNT_KEY).edits;
const gone = () => Promise.reject(new Error('The database is gone'));

beforeEach(resetBrowser);

describe('mendStorage', () => {
  const measured = { count: 0, lost: 0, doubled: 0, overwritten: 0 };
  afterAll(() => recordProof({ fault: 'storage or its mirror gone as a whole', ...measured }));

  /** What became of the edits, seen in what is stored after the mending. */
  async function measure(expected: readonly Edit[]): Promise<typeof measured> {
    const found = await storedEdits();
    const result = {
      count: 1,
      lost: expected.filter(({ id }) => !found.some((edit) => edit.id === id)).length,
      doubled: found.length - new Set(found.map(({ id }) => id)).size,
      overwritten: found.filter((edit) => !expected.some((each) => isSameWish(each, edit))).length,
    };
    measured.count += 1;
    measured.lost += result.lost;
    measured.doubled += result.doubled;
    measured.overwritten += result.overwritten;
    return result;
  }

  it.each<[string, boolean, boolean, readonly Edit[]]>([
    ['restores all from the mirror where the whole storage is gone', false, true, edits],
    ['fills the mirror again where it is gone', true, false, edits],
    ['starts afresh where both are gone', false, false, []],
  ])('%s', async (_, hasStorage, hasMirror, expected) => {
    const mirror = aMemoryMirror();
    if (hasStorage) await local.set(toAccountRecord(ACCOUNT_KEY, { edits, snapshot: aSnapshot() }));
    if (hasMirror) await mirror.put(toEditRecord(ACCOUNT_KEY, edits));
    await mend(mirror);
    expect(await measure(expected)).toEqual({ count: 1, lost: 0, doubled: 0, overwritten: 0 });
    expect([...mirror.texts.keys()].sort()).toEqual(Object.keys(toEditRecord(ACCOUNT_KEY, expected)).sort());
  });

  it('writes once, and nothing at all the second time', async () => {
    const writes: string[][] = [];
    local.onChanged.addListener((changes) => writes.push(Object.keys(changes)));
    const mirror = aMemoryMirror();
    await mirror.put(toEditRecord(ACCOUNT_KEY, edits));
    await mend(mirror);
    await mend(mirror);
    expect(writes.map(({ length }) => length)).toEqual([edits.length]);
  });

  it('takes a storage that cannot be read for broken, not for empty', async () => {
    const mirror = aMemoryMirror();
    const texts = toEditRecord(ACCOUNT_KEY, edits);
    await mirror.put(texts);
    local.failReadsWith(new Error('An unexpected error occurred'));
    await expect(mend(mirror)).rejects.toThrow('unexpected');
    local.failReadsWith(null);
    expect(await local.get(null)).toEqual({});
    expect(Object.fromEntries(mirror.texts)).toEqual(texts);
  });

  it('leaves the mirror as it is where the storage cannot be written', async () => {
    const mirror = aMemoryMirror();
    await mirror.put(toEditRecord(ACCOUNT_KEY, edits));
    local.failWith(new Error('An unexpected error occurred'));
    await expect(mend(mirror)).rejects.toThrow('unexpected');
    expect(mirror.texts.size).toBe(edits.length);
  });

  it('does its part without a mirror that can be read', async () => {
    await local.set(toAccountRecord(ACCOUNT_KEY, { edits }));
    await mend({ ...aMemoryMirror(), readAll: gone });
    expect(await storedEdits()).toEqual(edits);
  });

  it('does its part without a mirror that can be written', async () => {
    await local.set(toAccountRecord(ACCOUNT_KEY, { edits }));
    await mend({ ...aMemoryMirror(), put: gone, remove: gone });
    expect(await storedEdits()).toEqual(edits);
  });

  it('does not take for lost what is removed while it reads', async () => {
    const finished = anAdd();
    const texts = toEditRecord(ACCOUNT_KEY, [finished]);
    await local.set(toEditRecord(ACCOUNT_KEY, [inState(finished, { status: 'done' })]));
    const mirror = aMemoryMirror();
    await mirror.put(texts);
    const readAll = async () => {
      const all = await mirror.readAll();
      await mirror.remove(Object.keys(texts));
      await local.remove(Object.keys(texts));
      return all;
    };
    await mend({ ...mirror, readAll });
    expect(await storedEdits()).toEqual([]);
  });
});

describe('after a sign-out', () => {
  it('nothing comes back', async () => {
    const mirror = aMemoryMirror();
    await local.set(toAccountRecord(ACCOUNT_KEY, { edits }));
    await mend(mirror);
    await wipeAccount(ACCOUNT_KEY, mirror);
    await mend(mirror);
    expect(await storedEdits()).toEqual([]);
  });

  it('that was cut short after the mirror was cleared, all is still there', async () => {
    const mirror = aMemoryMirror();
    await local.set(toAccountRecord(ACCOUNT_KEY, { edits }));
    await mend(mirror);
    await mirror.clear(`a/${ACCOUNT_KEY}/`);
    await mend(mirror);
    expect(await storedEdits()).toEqual(edits);
    expect(mirror.texts.size).toBe(edits.length);
  });
});

/** True where both ask for the same, wherever they stand. */
function isSameWish(one: Edit, other: Edit): boolean {
  return isDeepStrictEqual({ ...one, state: null }, { ...other, state: null });
}
