import { beforeEach, describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import {
  holdsQueuedEdit,
  openAccountStore,
  toAccountRecord,
  tidyOtherAccounts,
  wipeAccount,
} from '../../src/storage/account-state';
import * as catalogue from '../../src/storage/catalogue';
import { toRecord } from '../../src/storage/stored';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, aChange, anAccount, anAdd, aRemoval, aSnapshot } from '../support/builders';

const { local } = fakeBrowser.storage;

beforeEach(resetBrowser);

describe('the store of an account', () => {
  it('gives back what was stored, whatever its kind', async () => {
    const store = openAccountStore(ACCOUNT_KEY);
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
    await openAccountStore(ACCOUNT_KEY).commit({
      snapshot: aSnapshot(),
      edits: [anAdd(), anAdd()],
      undo: null,
    });
    await Promise.resolve();
    expect(writes).toEqual([4]);
  });

  it('does not see what belongs to another account', async () => {
    await openAccountStore('BBBBBBBBBBBBBBBBBBBBBB').commit({ snapshot: aSnapshot(), edits: [anAdd()] });
    const state = await openAccountStore(ACCOUNT_KEY).read();
    expect(state).toMatchObject({ snapshot: null, edits: [] });
  });

  it.each([
    ['no JSON', '{'],
    ['no text', { version: 1, value: aSnapshot() }],
    ['no envelope', '"text"'],
    ['a version of the future', JSON.stringify({ version: 99, value: aSnapshot() })],
    ['a damaged value', JSON.stringify({ version: 1, value: { ...aSnapshot(), languages: [{}] } })],
  ])('treats %s as absent and leaves it where it is', async (_, value) => {
    const { key } = catalogue.snapshot(ACCOUNT_KEY);
    await local.set({ [key]: value });
    expect((await openAccountStore(ACCOUNT_KEY).read()).snapshot).toBeNull();
    expect(await local.get(key)).toEqual({ [key]: value });
  });
});

const OTHER_KEY = 'BBBBBBBBBBBBBBBBBBBBBB';

describe('wipeAccount', () => {
  it('leaves the settings, what another account has not sent, and nothing else', async () => {
    const settings = toRecord(catalogue.settings, null);
    const theirs = toAccountRecord(OTHER_KEY, { edits: [anAdd({ account: OTHER_KEY })] });
    await local.set({ ...settings, ...theirs, ...toRecord(catalogue.account, anAccount()) });
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot(), edits: [anAdd()], undo: null }));
    await local.set(toRecord(catalogue.draft, { query: 'wel', openLine: null }));
    await wipeAccount(ACCOUNT_KEY);
    expect(await local.get(null)).toEqual({ ...settings, ...theirs });
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
    await tidyOtherAccounts(ACCOUNT_KEY);
    expect(await local.get(null)).toEqual({ ...own, ...waiting });
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
