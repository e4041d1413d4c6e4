import { beforeEach, describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { toAccountRecord } from '../../src/storage/account-record';
import { openAccountStore } from '../../src/storage/account-state';
import * as catalogue from '../../src/storage/catalogue';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, aChange, anAdd, aRemoval, aSnapshot } from '../support/builders';
import { aMemoryMirror } from '../support/memory-mirror';

const { local } = fakeBrowser.storage;

const OTHER_KEY = 'BBBBBBBBBBBBBBBBBBBBBB';
const gone = () => Promise.reject(new Error('The database is gone'));

beforeEach(resetBrowser);

describe('the store of an account', () => {
  it('gives back what was stored, whatever its kind', async () => {
    const store = openAccountStore(ACCOUNT_KEY, aMemoryMirror());
    const edits = [anAdd(), aChange({ spoken: 'elementary', tag: null }), aRemoval()];
    await store.commit({ snapshot: aSnapshot(), edits, gate: null, facts: { refusesProficiency: true } });
    const state = await store.read();
    expect(state.snapshot).toEqual(aSnapshot());
    expect(state.edits).toEqual(edits);
    expect(state.facts.refusesProficiency).toBe(true);
  });

  it('commits everything of one step in one write', async () => {
    const writes: number[] = [];
    local.onChanged.addListener((changes) => writes.push(Object.keys(changes).length));
    await openAccountStore(ACCOUNT_KEY, aMemoryMirror()).commit({
      snapshot: aSnapshot(),
      edits: [anAdd(), anAdd()],
      undo: null,
    });
    await Promise.resolve();
    expect(writes).toEqual([4]);
  });

  it('makes room for the next try where the storage is full, and stores nothing itself', async () => {
    const done = inState(anAdd(), { status: 'done' });
    await local.set(toAccountRecord(ACCOUNT_KEY, { edits: [done] }));
    const store = openAccountStore(ACCOUNT_KEY, aMemoryMirror());
    local.leaveRoomFor(100);
    await expect(store.commit({ snapshot: aSnapshot() })).rejects.toThrow('quota');
    expect(await local.get(null)).toEqual({});
  });

  it('does not see what belongs to another account', async () => {
    await openAccountStore(OTHER_KEY, aMemoryMirror()).commit({ snapshot: aSnapshot(), edits: [anAdd()] });
    const state = await openAccountStore(ACCOUNT_KEY, aMemoryMirror()).read();
    expect(state).toMatchObject({ snapshot: null, edits: [] });
  });

  it.each([
    ['no JSON', '{'],
    ['no text', { version: 2, value: aSnapshot() }],
    ['no envelope', '"text"'],
    ['a version of the future', JSON.stringify({ version: 99, value: aSnapshot() })],
    ['a damaged value', JSON.stringify({ version: 2, value: { ...aSnapshot(), languages: [{}] } })],
  ])('treats %s as absent and leaves it where it is', async (_, value) => {
    const { key } = catalogue.snapshot(ACCOUNT_KEY);
    await local.set({ [key]: value });
    expect((await openAccountStore(ACCOUNT_KEY, aMemoryMirror()).read()).snapshot).toBeNull();
    expect(await local.get(key)).toEqual({ [key]: value });
  });
});

describe('an edit that cannot be read', () => {
  it.each([
    ['damaged', '{"version":2,"val'],
    ['damaged', ''],
    ['newer', '{"version":3,"value":{"kind":"reorder"}}'],
  ] as const)('is counted as %s and stays as it is, whatever is stored beside it', async (reason, text) => {
    const key = `${catalogue.editPrefix(ACCOUNT_KEY)}e1`;
    await local.set({ [key]: text });
    const store = openAccountStore(ACCOUNT_KEY, aMemoryMirror());
    await store.commit({ edits: [anAdd()], snapshot: aSnapshot() });
    const state = await store.read();
    expect(state.unreadable).toEqual([{ key, text, reason }]);
    expect(state.edits).toHaveLength(1);
    expect(await local.get(key)).toEqual({ [key]: text });
  });
});

describe('the mirror beside the store', () => {
  it('has a copy of every open edit before the commit is over, and none of finished ones', async () => {
    const mirror = aMemoryMirror();
    const open = anAdd();
    const edits = [open, inState(aRemoval(), { status: 'done' })];
    await openAccountStore(ACCOUNT_KEY, mirror).commit({ edits });
    expect(Object.fromEntries(mirror.texts)).toEqual(toAccountRecord(ACCOUNT_KEY, { edits: [open] }));
  });

  it('does not come between the call of commit and the write', async () => {
    const committed = openAccountStore(ACCOUNT_KEY, aMemoryMirror()).commit({ edits: [anAdd()] });
    const now = local.get(null);
    await committed;
    expect(await now).not.toEqual({});
  });

  it('keeps nothing from being stored where it fails', async () => {
    const store = openAccountStore(ACCOUNT_KEY, { ...aMemoryMirror(), put: gone });
    await store.commit({ edits: [anAdd()] });
    expect((await store.read()).edits).toHaveLength(1);
  });

  it('loses finished edits before the storage does', async () => {
    const done = inState(anAdd(), { status: 'done' });
    await local.set(toAccountRecord(ACCOUNT_KEY, { edits: [done] }));
    const steps: string[] = [];
    const note = (name: string) => () => {
      steps.push(name);
      return Promise.resolve();
    };
    local.onChanged.addListener(() => steps.push('storage'));
    const store = openAccountStore(ACCOUNT_KEY, { ...aMemoryMirror(), remove: note('mirror') });
    await store.removeEdits([done.id]);
    await Promise.resolve();
    expect(steps).toEqual(['mirror', 'storage']);
  });

  it('keeps finished edits stored where it fails, because it would bring them back', async () => {
    const store = openAccountStore(ACCOUNT_KEY, { ...aMemoryMirror(), remove: gone });
    const done = inState(anAdd(), { status: 'done' });
    await store.commit({ edits: [done] });
    await store.removeEdits([done.id]);
    expect((await store.read()).edits).toEqual([done]);
  });
});
