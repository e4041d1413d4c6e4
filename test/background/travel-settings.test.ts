import { beforeEach, expect, it, vi } from 'vitest';
import { travelSettings } from '../../src/background/travel-settings';
import type { Configuration } from '../../src/identity/configuration';
import { saveSettings } from '../../src/storage/settings';
import * as registration from '../../src/storage/registration-keys';
import { readStored, toRecord } from '../../src/storage/stored';
import { fakeBrowser, resetBrowser } from '../support/browser';

const { local, sync } = fakeBrowser.storage;
const contoso: Configuration = {
  cloud: 'global',
  tenant: 'contoso.example',
  clientId: '00000000-0000-4000-8000-00000000000c',
};
const elsewhere = async () => readStored(await local.get(null), registration.settingsElsewhere);

beforeEach(() => {
  resetBrowser();
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error;
  });
});

it('takes over what was chosen elsewhere while no worker ran, and what is chosen from then on', async () => {
  await sync.set(toRecord(registration.settings, contoso));
  travelSettings();
  await expect.poll(elsewhere).toEqual(contoso);
  const fabrikam = { ...contoso, tenant: 'fabrikam.example' };
  await sync.set(toRecord(registration.settings, fabrikam));
  await expect.poll(elsewhere).toEqual(fabrikam);
});

it('offers what was chosen here while sync took nothing, once', async () => {
  sync.failWith(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'));
  await saveSettings(contoso);
  travelSettings();
  sync.failWith(null);
  travelSettings();
  await expect.poll(() => sync.get(null)).toEqual(toRecord(registration.settings, contoso));
  const fabrikam = { ...contoso, tenant: 'fabrikam.example' };
  await sync.set(toRecord(registration.settings, fabrikam));
  travelSettings();
  await expect.poll(elsewhere).toEqual(fabrikam);
  expect(await sync.get(null)).toEqual(toRecord(registration.settings, fabrikam));
});
