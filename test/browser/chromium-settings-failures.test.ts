import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { deeds } from './support/deeds';
import { signInAs } from './support/signed-in';
import { useStage } from './support/stage';

const OTHER_GUID = '11111111-2222-4333-8444-555555555555';
const UNKNOWN = 'Microsoft does not know the application or the tenant. Check the settings.';
const NO_TENANT = 'Enter the directory’s ID (a GUID) or one of its domains.';
const EVERYBODY =
  '“common”, “organizations” and “consumers” stand for many directories. Enter the ID or a domain of your own.';
const NO_CLIENT_ID = 'Enter the application’s ID: 32 hexadecimal digits in five groups.';

/** What is typed; the emulator's own where it is left out. */
interface Values {
  readonly tenant?: string;
  readonly clientId?: string;
}

const stage = useStage();

beforeEach(() => stage.beginSignedOut());

async function openSettings(): Promise<Page> {
  const page = await stage.chromium.context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`chrome-extension://${stage.chromium.extensionId}/src/options/index.html`);
  return page;
}

async function save(page: Page, { tenant, clientId }: Values): Promise<void> {
  const { emulator } = stage;
  await page.getByLabel('Microsoft cloud').selectOption({ label: 'Emulator on this computer' });
  await page.getByLabel('Tenant').fill(tenant ?? emulator.tenants.contoso.id);
  await page.getByLabel('Application (client) ID').fill(clientId ?? emulator.clientId);
  await page.getByRole('button', { name: 'Save' }).click();
}

async function saved(page: Page): Promise<void> {
  await page.getByText('Saved. Open Profile Languages from the toolbar and sign in.').waitFor();
}

const wrong: [what: string, values: Values, words: string][] = [
  [
    // Microsoft tells the person in the window, and the browser closes a page that fails.
    'an application that Microsoft does not know',
    { clientId: OTHER_GUID },
    'The sign-in page could not be loaded, or Microsoft cannot answer now. If it stays like this, check the settings.',
  ],
  ['a tenant that does not exist', { tenant: OTHER_GUID }, UNKNOWN],
  ['a domain that is nobody’s', { tenant: 'nobody.example' }, UNKNOWN],
];

it.each(wrong)('leads from the words for %s to the settings, and on from there', async (_, values, words) => {
  const first = await openSettings();
  await save(first, values);
  await saved(first);
  await stage.popup.bringToFront();
  await stage.person.press('Sign in');
  await stage.person.reads(words);
  await first.close();

  const opening = stage.chromium.context.waitForEvent('page', {
    predicate: (page) => page.url().endsWith('/src/options/index.html'),
  });
  await stage.person.press('Open settings');
  const settings = await opening;
  const typed = values.tenant ?? stage.emulator.tenants.contoso.id;
  expect(await settings.getByLabel('Tenant').inputValue()).toBe(typed);
  await save(settings, {});
  await saved(settings);
  await stage.popup.bringToFront();
  await signInAs(stage.chromium, stage.popup, /Ada Lindqvist/);
  await stage.person.row('Japanese').waitFor();
});

const invalid: [values: Values, words: string[]][] = [
  [{ tenant: 'common' }, [EVERYBODY]],
  [{ tenant: 'https://contoso.example/about' }, [NO_TENANT]],
  [{ tenant: 'x'.repeat(10_000) }, [NO_TENANT]],
  [{ clientId: 'Profile Languages' }, [NO_CLIENT_ID]],
  [{ tenant: ' ', clientId: '' }, [NO_TENANT, NO_CLIENT_ID]],
];

it('refuses settings that name nothing with words, stores none of them, and takes the right ones', async () => {
  const before = await stage.chromium.readStorage('local');
  const settings = await openSettings();
  for (const [values, words] of invalid) {
    await save(settings, values);
    expect(await settings.getByRole('alert').allInnerTexts()).toEqual(words);
  }
  expect(await stage.chromium.readStorage('local')).toEqual(before);
  await save(settings, {});
  await saved(settings);
  expect(await settings.getByRole('alert').count()).toBe(0);
});

it('tells in its details what was asked of Microsoft and how it ended, as it happens, without a name', async () => {
  await stage.beginSignedIn();
  const { emulator } = stage;
  const settings = await openSettings();
  await settings.getByText('Show what is copied').click();
  const details = settings.locator('pre');
  await details
    .getByText(/log, latest first:\n.* organisation ok \d+ ms client-request-id [\da-f-]{36}\n/)
    .waitFor();
  emulator.faults.set({ status: { status: 503, method: 'PATCH' } });
  await deeds.change.act(stage.person);
  await details.getByText(/ update unavailable \d+ ms 503 /).waitFor();
  await save(settings, {});
  await details.getByText(/ tenant-check found \d+ ms\n/).waitFor();
  await stage.chromium.context.grantPermissions(['clipboard-read']);
  await settings.getByRole('button', { name: 'Copy details' }).click();
  await settings.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await settings.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^extension: .*\nlog, latest first:\n.* tenant-check found /s);
  const text = `${copied}${await details.innerText()}`;
  const { ada } = emulator.people;
  for (const secret of [
    ada.name,
    ada.address,
    ada.objectId,
    ada.tenant.id,
    'Contoso',
    'ja-JP',
    'Japanese',
    'eyJ',
  ])
    expect(text).not.toContain(secret);
});
