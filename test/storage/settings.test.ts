import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfigurationInForce, readRegistrationInUse } from '../../src/background/read-registration';
import { type Configuration, defaultConfiguration } from '../../src/identity/configuration';
import * as registration from '../../src/storage/registration-keys';
import { configurationInForce } from '../../src/storage/configuration-in-force';
import { type KeptSettings, saveSettings, settingsIn } from '../../src/storage/settings';
import { adoptSettings } from '../../src/storage/share-settings';
import { readStored, toRecord } from '../../src/storage/stored';
import { fakeBrowser, resetBrowser } from '../support/browser';

const { local, sync } = fakeBrowser.storage;
const contoso: Configuration = {
  cloud: 'global',
  tenant: 'contoso.example',
  clientId: '00000000-0000-4000-8000-00000000000c',
};
const fabrikam: Configuration = { ...contoso, tenant: 'fabrikam.example' };
const shared = (settings: Configuration) => toRecord(registration.settings, settings);

async function kept(): Promise<Pick<KeptSettings, 'own' | 'elsewhere' | 'inForce'>> {
  const { own, elsewhere, inForce } = settingsIn(await local.get(null));
  return { own, elsewhere, inForce };
}

beforeEach(() => {
  vi.restoreAllMocks();
  resetBrowser();
});

describe('the registration in force', () => {
  it.each<[string, Configuration | null, Configuration | null, Configuration | null]>([
    ['the person’s own choice', contoso, fabrikam, contoso],
    ['else that of their other browsers', null, fabrikam, fabrikam],
    ['else that of the build', null, null, defaultConfiguration()],
  ])('is %s, for the worker, the popup and the settings page alike', async (_, own, elsewhere, inForce) => {
    await local.set({
      ...(own && toRecord(registration.settings, own)),
      ...(elsewhere && toRecord(registration.settingsElsewhere, elsewhere)),
    });
    expect(await readConfigurationInForce()).toEqual(inForce);
    expect(configurationInForce(await local.get(null))).toEqual(inForce);
    expect(await kept()).toEqual({ own, elsewhere, inForce });
  });
});

it('who is signed in keeps the registration of their tokens, and signs in with the one that has arrived', async () => {
  await local.set(toRecord(registration.settingsElsewhere, contoso));
  await local.set(toRecord(registration.registrationInUse, contoso));
  await sync.set(shared(fabrikam));
  await adoptSettings();
  expect(await readRegistrationInUse()).toEqual(contoso);
  expect(await readConfigurationInForce()).toEqual(fabrikam);
  await local.remove(registration.registrationInUse.key);
  expect(await readRegistrationInUse()).toEqual(fabrikam);
});

describe('a choice', () => {
  it('is kept here and offered to the other browsers, and is no news to this one', async () => {
    await saveSettings(contoso);
    expect(await sync.get(null)).toEqual(shared(contoso));
    expect(await kept()).toEqual({ own: contoso, elsewhere: contoso, inForce: contoso });
  });

  it('is offered to nobody where this browser could not store it', async () => {
    local.failWith(new Error('quota exceeded'));
    await expect(saveSettings(contoso)).rejects.toThrow('quota');
    expect(await sync.get(null)).toEqual({});
  });

  it('is offered only after it was stored', async () => {
    const events: string[] = [];
    const [keep, offer] = [local.set.bind(local), sync.set.bind(sync)];
    vi.spyOn(local, 'set').mockImplementation(async (values) => {
      await keep(values);
      events.push('kept');
    });
    vi.spyOn(sync, 'set').mockImplementation((values) => {
      events.push('offered');
      return offer(values);
    });
    await saveSettings(contoso);
    expect(events.slice(0, 2)).toEqual(['kept', 'offered']);
  });

  it.each(['sync is off', 'QUOTA_BYTES quota exceeded', 'MAX_WRITE_OPERATIONS_PER_MINUTE'])(
    'is kept here all the same where the browser says "%s"',
    async (message) => {
      sync.failWith(new Error(message));
      sync.failReadsWith(new Error(message));
      await saveSettings(contoso);
      expect(await kept()).toEqual({ own: contoso, elsewhere: null, inForce: contoso });
    },
  );
});

describe('what another browser chose', () => {
  it('is copied, and leaves the choice of this one alone', async () => {
    await saveSettings(contoso);
    await sync.set(shared(fabrikam));
    await adoptSettings();
    expect(await kept()).toEqual({ own: contoso, elsewhere: fabrikam, inForce: contoso });
  });

  it.each<[string, object]>([
    ['junk', { settings: 7 }],
    ['damaged', { settings: '{"version":1,"value":{"tenant":"common"}}' }],
    ['of a newer version', { settings: JSON.stringify({ version: 2, value: fabrikam }) }],
    [
      'of a cloud that this build does not know',
      { settings: JSON.stringify({ version: 1, value: { ...fabrikam, cloud: 'mars' } }) },
    ],
    ['taken back', { settings: '{"version":1,"value":null}' }],
  ])('is ignored where it is %s', async (_, theirs) => {
    await sync.set(shared(contoso));
    await adoptSettings();
    await sync.set({ ...theirs });
    await adoptSettings();
    expect(readStored(await local.get(null), registration.settingsElsewhere)).toEqual(contoso);
  });

  it('is written down once', async () => {
    await sync.set(shared(fabrikam));
    await adoptSettings();
    const set = vi.spyOn(local, 'set');
    await adoptSettings();
    expect(set).not.toHaveBeenCalled();
  });
});
