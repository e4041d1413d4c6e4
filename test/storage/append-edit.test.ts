import { beforeEach, describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { NOTHING_READ } from '../../src/outbox/snapshot';
import { toAccountRecord } from '../../src/storage/account-record';
import { appendEdit, decideEdits } from '../../src/storage/append-edit';
import * as catalogue from '../../src/storage/catalogue';
import { makeRoom } from '../../src/storage/make-room';
import { readStored } from '../../src/storage/stored';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, aChange, anAdd, aRemoval, aSnapshot } from '../support/builders';
import { aMemoryMirror } from '../support/memory-mirror';

const { local } = fakeBrowser.storage;
const snapshotKey = catalogue.snapshot(ACCOUNT_KEY).key;
const keyOf = ({ id }: { id: string }) => catalogue.edit(ACCOUNT_KEY, id).key;

beforeEach(resetBrowser);

describe('appendEdit', () => {
  it('has begun to store before it returns', async () => {
    const stored = appendEdit(anAdd(), null);
    expect(Object.keys(await local.get(null))).toHaveLength(2);
    await stored;
  });

  it('stores what was removed lately with the removal, and leaves it alone otherwise', async () => {
    const removal = aRemoval();
    const removed = [{ fields: removal.base, atMs: 7 }];
    await appendEdit(removal, null, removed);
    await appendEdit(anAdd(), null);
    expect(readStored(await local.get(null), catalogue.removed(ACCOUNT_KEY))).toEqual(removed);
  });

  it('gives up the snapshot for the edit where the storage is full', async () => {
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot() }));
    local.leaveRoomFor(100);
    const edit = anAdd();
    await appendEdit(edit, null);
    const record = await local.get(null);
    expect(Object.keys(record)).toContain(keyOf(edit));
    expect(Object.keys(record)).not.toContain(snapshotKey);
  });

  it('does the same for a decision', async () => {
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot() }));
    local.leaveRoomFor(100);
    const edit = aChange({ spoken: 'elementary' });
    await decideEdits(ACCOUNT_KEY, [edit]);
    expect(Object.keys(await local.get(null))).toEqual([keyOf(edit)]);
  });

  it('says so where there is no room to be made, and removes no other edit', async () => {
    const others = toAccountRecord(ACCOUNT_KEY, { edits: [anAdd(), aChange({ tag: null })] });
    await local.set(others);
    local.leaveRoomFor(100);
    await expect(appendEdit(anAdd(), null)).rejects.toThrow('quota');
    expect(await local.get(null)).toEqual(others);
  });

  it.each(['An unexpected error occurred', 'IO error: .../MANIFEST-000001: Unable to write'])(
    'gives nothing up for "%s"',
    async (message) => {
      const before = toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot() });
      await local.set(before);
      local.failWith(new Error(message));
      await expect(appendEdit(anAdd(), null)).rejects.toThrow(message);
      expect(await local.get(null)).toEqual(before);
    },
  );

  it("knows Firefox's full storage by its name", async () => {
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot() }));
    local.failWith(new DOMException('', 'QuotaExceededError'));
    await expect(appendEdit(anAdd(), null)).rejects.toThrow(DOMException);
    expect(await local.get(null)).toEqual({});
  });
});

describe('makeRoom', () => {
  const done = inState(anAdd(), { status: 'done' });

  it('removes a finished edit, from the mirror first', async () => {
    const open = toAccountRecord(ACCOUNT_KEY, { edits: [anAdd()] });
    await local.set({ ...open, ...toAccountRecord(ACCOUNT_KEY, { edits: [done] }) });
    const mirror = aMemoryMirror();
    await mirror.put({ [keyOf(done)]: 'its copy' });
    await makeRoom(mirror);
    expect(await local.get(null)).toEqual(open);
    expect(mirror.texts.size).toBe(0);
  });

  it('leaves a finished edit that the mirror does not let go: it would come back', async () => {
    await local.set(toAccountRecord(ACCOUNT_KEY, { edits: [done], snapshot: aSnapshot() }));
    const remove = () => Promise.reject(new Error('The database is gone'));
    await makeRoom({ ...aMemoryMirror(), remove });
    expect(Object.keys(await local.get(null))).toEqual([keyOf(done)]);
  });

  it('keeps a snapshot that knows what cannot be read again', async () => {
    const snapshot = { ...NOTHING_READ, aliases: { 'new:e1': 'german' } };
    const record = toAccountRecord(ACCOUNT_KEY, { snapshot });
    await local.set(record);
    await makeRoom(aMemoryMirror());
    expect(await local.get(null)).toEqual(record);
  });
});
