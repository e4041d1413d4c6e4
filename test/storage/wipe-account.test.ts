import { beforeEach, describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { undoOf } from '../../src/outbox/undo';
import { toAccountRecord, toEditRecord } from '../../src/storage/account-record';
import * as catalogue from '../../src/storage/catalogue';
import * as registration from '../../src/storage/registration-keys';
import { NO_PREFERENCES } from '../../src/storage/preferences';
import { toRecord } from '../../src/storage/stored';
import { putAway, tidyOtherAccounts, wipeAccount } from '../../src/storage/wipe-account';
import { aConfiguration } from '../identity/fake-directory';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, aChange, anAccount, anAdd, aRemoval, aSnapshot, someFields } from '../support/builders';
import { aMemoryMirror } from '../support/memory-mirror';

const { local, sync } = fakeBrowser.storage;

const OTHER_KEY = 'BBBBBBBBBBBBBBBBBBBBBB';
const keyOf = ({ account, id }: { account: string; id: string }) => catalogue.edit(account, id).key;
const gone = () => Promise.reject(new Error('The database is gone'));

beforeEach(resetBrowser);

describe('wipeAccount', () => {
  it('leaves the settings, what another account has not sent, and nothing else', async () => {
    const settings = toRecord(registration.settings, null);
    const theirs = toAccountRecord(OTHER_KEY, { edits: [anAdd({ account: OTHER_KEY })] });
    await local.set({ ...settings, ...theirs, ...toRecord(catalogue.account, anAccount()) });
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot(), edits: [anAdd()], undo: null }));
    await local.set(toRecord(catalogue.draft(ACCOUNT_KEY), { ...catalogue.EMPTY_DRAFT, query: 'wel' }));
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

describe('putAway', () => {
  const welsh = anAdd({ fields: someFields({ displayName: 'Welsh', tag: 'cy-GB' }) });
  const finished = inState(aChange({ spoken: 'elementary' }), { status: 'done' });

  it('leaves the edits that wait, and of everything else nothing', async () => {
    const settings = toRecord(registration.settings, null);
    const inUse = toRecord(registration.registrationInUse, aConfiguration);
    await local.set({ ...settings, ...inUse, ...toRecord(catalogue.account, anAccount()) });
    await local.set(
      toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot(), edits: [welsh, finished], undo: undoOf(welsh) }),
    );
    await local.set(toRecord(catalogue.draft(ACCOUNT_KEY), { ...catalogue.EMPTY_DRAFT, query: 'wel' }));
    const mirror = aMemoryMirror();
    await mirror.put({ [keyOf(welsh)]: 'own', [keyOf(finished)]: 'from before it was sent' });
    await putAway(ACCOUNT_KEY, mirror);
    expect(await local.get(null)).toEqual({ ...settings, ...toEditRecord(ACCOUNT_KEY, [welsh]) });
    expect([...mirror.texts.keys()]).toEqual([keyOf(welsh)]);
  });

  it('names languages in both copies by what only the snapshot knew', async () => {
    const change = aChange({ spoken: 'elementary' }, { language: 'new:w' });
    const snapshot = { ...aSnapshot(), aliases: { 'new:w': 'welsh' } };
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot, edits: [change] }));
    const mirror = aMemoryMirror();
    await mirror.put(toEditRecord(ACCOUNT_KEY, [change]));
    await putAway(ACCOUNT_KEY, mirror);
    const kept = toEditRecord(ACCOUNT_KEY, [{ ...change, language: 'welsh' }]);
    expect(await local.get(null)).toEqual(kept);
    expect(Object.fromEntries(mirror.texts)).toEqual(kept);
  });

  it('gives up what would take back an add that had only met what was there', async () => {
    const removal = aRemoval({ language: 'new:g' });
    const snapshot = { ...aSnapshot(), aliases: { 'new:g': 'german' }, met: ['new:g'] };
    await local.set(toAccountRecord(ACCOUNT_KEY, { snapshot, edits: [removal] }));
    await putAway(ACCOUNT_KEY, aMemoryMirror());
    expect(await local.get(null)).toEqual({});
  });

  it('leaves for how long the service wants no request, while an edit waits', async () => {
    const gate = { [catalogue.gate(ACCOUNT_KEY).key]: 'as it is' };
    await local.set({ ...gate, ...toEditRecord(ACCOUNT_KEY, [welsh]) });
    await putAway(ACCOUNT_KEY, aMemoryMirror());
    expect(await local.get(null)).toEqual({ ...gate, ...toEditRecord(ACCOUNT_KEY, [welsh]) });
    await local.set(toEditRecord(ACCOUNT_KEY, [inState(welsh, { status: 'done' })]));
    await putAway(ACCOUNT_KEY, aMemoryMirror());
    expect(await local.get(null)).toEqual({});
  });

  it('signs out where the mirror fails, and leaves what that may bring back', async () => {
    const done = toEditRecord(ACCOUNT_KEY, [finished]);
    await local.set({ ...done, ...toRecord(catalogue.account, anAccount()) });
    await putAway(ACCOUNT_KEY, { ...aMemoryMirror(), remove: gone });
    expect(await local.get(null)).toEqual(done);
  });
});

describe('tidyOtherAccounts', () => {
  it('keeps of others what they have not sent, and removes the rest', async () => {
    const own = toAccountRecord(ACCOUNT_KEY, { snapshot: aSnapshot(), edits: [anAdd()] });
    const waiting = toEditRecord(OTHER_KEY, [anAdd({ account: OTHER_KEY })]);
    const third = 'CCCCCCCCCCCCCCCCCCCCCC';
    const done = inState(anAdd({ account: third }), { status: 'done' });
    await local.set({
      ...own,
      ...waiting,
      ...toAccountRecord(OTHER_KEY, { snapshot: aSnapshot() }),
      ...toAccountRecord(third, { snapshot: aSnapshot(), edits: [done] }),
    });
    await tidyOtherAccounts(ACCOUNT_KEY, aMemoryMirror());
    expect(await local.get(null)).toEqual({ ...own, ...waiting });
  });

  it('leaves to the other browsers of others what those share with them', async () => {
    const shared = {
      ...toRecord(catalogue.preferences(OTHER_KEY), { ...NO_PREFERENCES, order: 'name', placedAtMs: 1 }),
      ...toRecord(catalogue.doorbell(OTHER_KEY), { ringer: 'r', id: 'i' }),
    };
    await sync.set(shared);
    await local.set(toAccountRecord(OTHER_KEY, { snapshot: aSnapshot() }));
    await tidyOtherAccounts(ACCOUNT_KEY, aMemoryMirror());
    expect([await local.get(null), await sync.get(null)]).toEqual([{}, shared]);
  });

  it('keeps what others left that cannot be read', async () => {
    const theirs = { [`${catalogue.editPrefix(OTHER_KEY)}e1`]: '{"version":3,"value":{}}' };
    await local.set({ ...theirs, ...toAccountRecord(OTHER_KEY, { snapshot: aSnapshot() }) });
    await tidyOtherAccounts(ACCOUNT_KEY, aMemoryMirror());
    expect(await local.get(null)).toEqual(theirs);
  });
});
