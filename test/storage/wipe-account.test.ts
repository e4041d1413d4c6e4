import { beforeEach, describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { toAccountRecord } from '../../src/storage/account-record';
import * as catalogue from '../../src/storage/catalogue';
import * as registration from '../../src/storage/registration-keys';
import { NO_PREFERENCES } from '../../src/storage/preferences';
import { toRecord } from '../../src/storage/stored';
import { tidyOtherAccounts, wipeAccount } from '../../src/storage/wipe-account';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, anAccount, anAdd, aSnapshot } from '../support/builders';
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

  it('takes what is gone out of the browser’s sync, too', async () => {
    const third = 'CCCCCCCCCCCCCCCCCCCCCC';
    const owners = [ACCOUNT_KEY, OTHER_KEY, third];
    const shared = owners.map((owner) => ({
      ...toRecord(catalogue.preferences(owner), { ...NO_PREFERENCES, order: 'name', placedAtMs: 1 }),
      ...toRecord(catalogue.doorbell(owner), { ringer: 'r', id: 'i' }),
    }));
    for (const each of shared) await sync.set(each);
    await local.set(toAccountRecord(OTHER_KEY, { edits: [anAdd({ account: OTHER_KEY })] }));
    await local.set(toAccountRecord(third, { snapshot: aSnapshot() }));
    await tidyOtherAccounts(ACCOUNT_KEY, aMemoryMirror());
    expect(await sync.get(null)).toEqual({ ...shared[0], ...shared[1] });
  });

  it('keeps others who left what cannot be read, too', async () => {
    const theirs = {
      ...toAccountRecord(OTHER_KEY, { snapshot: aSnapshot() }),
      [`${catalogue.editPrefix(OTHER_KEY)}e1`]: '{"version":3,"value":{}}',
    };
    await local.set(theirs);
    await tidyOtherAccounts(ACCOUNT_KEY, aMemoryMirror());
    expect(await local.get(null)).toEqual(theirs);
  });
});
