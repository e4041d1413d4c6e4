import { beforeEach, describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { toAccountRecord } from '../../src/storage/account-record';
import {
  discardUnreadable,
  holdsQueuedEdit,
  openAccountStore,
  tidyOtherAccounts,
  wipeAccount,
} from '../../src/storage/account-state';
import * as catalogue from '../../src/storage/catalogue';
import { toRecord } from '../../src/storage/stored';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, aChange, anAccount, anAdd, aRemoval, aSnapshot } from '../support/builders';
import { aMemoryMirror } from '../support/memory-mirror';

const { local } = fakeBrowser.storage;

const OTHER_KEY = 'BBBBBBBBBBBBBBBBBBBBBB';
const keyOf = ({ account, id }: { account: string; id: string }) => catalogue.edit(account, id).key;
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

describe('wipeAccount', () => {
  it('leaves the settings, what another account has not sent, and nothing else', async () => {
    const settings = toRecord(catalogue.settings, null);
    const theirs = toAccountRecord(OTHER_KEY, { edits: [anAdd({ account: OTHER_KEY })] });
    await local.set({ ...settings, ...theirs, ...toRecord(catalogue.account, anAccount()) });
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot(), edits: [anAdd()], undo: null }));
    await local.set(toRecord(catalogue.draft, { query: 'wel', openLine: null }));
    await wipeAccount(ACCOUNT_KEY, aMemoryMirror());
    expect(await local.get(null)).toEqual({ ...settings, ...theirs });
  });

  it("empties the mirror of the account's edits, and only of them, while they are still stored", async () => {
    const own = toAccountRecord(ACCOUNT_KEY, { edits: [anAdd()] });
    await local.set(own);
    const mirror = aMemoryMirror();
    await mirror.put({ [keyOf(anAdd())]: 'own', [keyOf(anAdd({ account: OTHER_KEY }))]: 'theirs' });
    let before: unknown;
    const clear = async (prefix?: string) => {
      before = await local.get(null);
      await mirror.clear(prefix);
    };
    await wipeAccount(ACCOUNT_KEY, { ...mirror, clear });
    expect(before).toEqual(own);
    expect([...mirror.texts.values()]).toEqual(['theirs']);
  });

  it('signs out also where the mirror fails', async () => {
    await local.set(toRecord(catalogue.account, anAccount()));
    await wipeAccount(ACCOUNT_KEY, { ...aMemoryMirror(), clear: gone });
    expect(await local.get(null)).toEqual({});
  });
});

describe('tidyOtherAccounts', () => {
  it('keeps others with edits that still wait, whole, and removes the rest', async () => {
    const own = toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot(), edits: [anAdd()] });
    const waiting = toAccountRecord(OTHER_KEY, {
      snapshot: aSnapshot(),
      edits: [anAdd({ account: OTHER_KEY })],
    });
    const third = 'CCCCCCCCCCCCCCCCCCCCCC';
    const done = inState(anAdd({ account: third }), { status: 'done' });
    await local.set({
      ...own,
      ...waiting,
      ...toAccountRecord(third, { snapshot: aSnapshot(), edits: [done] }),
    });
    await tidyOtherAccounts(ACCOUNT_KEY, aMemoryMirror());
    expect(await local.get(null)).toEqual({ ...own, ...waiting });
  });
});

describe('tidyOtherAccounts, where others left what cannot be read', () => {
  it('keeps them, too', async () => {
    const theirs = {
      ...toAccountRecord(OTHER_KEY, { snapshot: aSnapshot() }),
      [`${catalogue.editPrefix(OTHER_KEY)}e1`]: '{"version":3,"value":{}}',
    };
    await local.set(theirs);
    await tidyOtherAccounts(ACCOUNT_KEY, aMemoryMirror());
    expect(await local.get(null)).toEqual(theirs);
  });
});

describe('holdsQueuedEdit', () => {
  const changesOf = (edit: ReturnType<typeof anAdd>) =>
    Object.fromEntries(
      Object.entries(toAccountRecord(ACCOUNT_KEY, { edits: [edit] })).map(([key, newValue]) => [
        key,
        { newValue },
      ]),
    );

  it('is true for an edit that a page has stored', () => {
    expect(holdsQueuedEdit(changesOf(anAdd()))).toBe(true);
  });

  it("is false for the worker's own writes", () => {
    expect(holdsQueuedEdit(changesOf(inState(anAdd(), { status: 'done' })))).toBe(false);
    expect(holdsQueuedEdit({ [catalogue.snapshot(ACCOUNT_KEY).key]: { newValue: {} } })).toBe(false);
    expect(holdsQueuedEdit({ [catalogue.edit(ACCOUNT_KEY, 'gone').key]: {} })).toBe(false);
  });
});
