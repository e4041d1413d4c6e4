import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as catalogue from '../../src/storage/catalogue';
import { forgetLeftShared } from '../../src/storage/forget-shared';
import { NO_PREFERENCES } from '../../src/storage/preferences';
import { toRecord } from '../../src/storage/stored';
import { wipeAccount } from '../../src/storage/wipe-account';
import { fakeBrowser, resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, anAccount } from '../support/builders';
import { aMemoryMirror } from '../support/memory-mirror';

const { local, sync } = fakeBrowser.storage;
const shared = {
  ...toRecord(catalogue.preferences(ACCOUNT_KEY), {
    ...NO_PREFERENCES,
    order: 'name',
    placedAtMs: 1,
  } as const),
  ...toRecord(catalogue.doorbell(ACCOUNT_KEY), { ringer: 'r', id: 'i' }),
};
const signedIn = toRecord(catalogue.account, anAccount());

async function signOutRefused(): Promise<void> {
  const refusing = vi.spyOn(sync, 'remove').mockRejectedValue(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'));
  await wipeAccount(ACCOUNT_KEY, aMemoryMirror());
  refusing.mockRestore();
}

beforeEach(async () => {
  resetBrowser();
  await sync.set(shared);
  await local.set(signedIn);
});

describe('what a sign-out could not take out of the browser’s sync', () => {
  it('goes the next time, and then nothing is left that names the account', async () => {
    await signOutRefused();
    expect(await sync.get(null)).toEqual(shared);
    await forgetLeftShared();
    expect([await sync.get(null), await local.get(null)]).toEqual([{}, {}]);
  });

  it('is tried as often as it takes', async () => {
    await signOutRefused();
    const refusing = vi.spyOn(sync, 'remove').mockRejectedValue(new Error('quota'));
    await forgetLeftShared();
    refusing.mockRestore();
    await forgetLeftShared();
    expect([await sync.get(null), await local.get(null)]).toEqual([{}, {}]);
  });

  it('stays for whoever is signed in again, for good', async () => {
    await signOutRefused();
    await local.set(signedIn);
    await forgetLeftShared();
    await local.remove(catalogue.account.key);
    await forgetLeftShared();
    expect([await sync.get(null), await local.get(null)]).toEqual([shared, {}]);
  });
});
