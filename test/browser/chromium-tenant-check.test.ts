import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { useStage } from './support/stage';

const OTHER_GUID = '11111111-2222-4333-8444-555555555555';
const UNKNOWN = 'This cloud knows no such tenant. Look for a slip in it, or choose another cloud.';

const stage = useStage();
let settings: Page;

beforeEach(async () => {
  await stage.beginSignedOut();
  settings = await stage.chromium.context.newPage();
  settings.setDefaultTimeout(10_000);
  await settings.goto(`chrome-extension://${stage.chromium.extensionId}/src/options/index.html`);
  await settings.getByLabel('Microsoft cloud').selectOption({ label: 'Emulator on this computer' });
  await settings.getByLabel('Application (client) ID').fill(stage.emulator.clientId);
});

async function check(tenant: string): Promise<void> {
  await settings.getByLabel('Tenant').fill(tenant);
  await settings.getByRole('button', { name: 'Check' }).click();
}

const reads = (words: string) => settings.getByText(words, { exact: true }).waitFor();
const asked = () =>
  stage.emulator.log.filter(({ path }) => path.endsWith('/.well-known/openid-configuration'));

it('finds a tenant by its id, by its domain and in what was pasted, before anybody signs in', async () => {
  const { contoso } = stage.emulator.tenants;
  await check(contoso.id.toUpperCase());
  await reads('Microsoft knows this tenant.');
  await check(`https://login.microsoftonline.com/${contoso.domain}/oauth2/v2.0/authorize`);
  await reads(`Microsoft knows this tenant. Its ID: ${contoso.id} (region EU)`);
  expect(await settings.getByLabel('Tenant').inputValue()).toBe(contoso.domain);
  expect(asked().map(({ server, status }) => `${server} ${status}`)).toEqual(['login 200', 'login 200']);
  expect(stage.emulator.log).toHaveLength(2);
});

it('tells of a tenant that does not exist, and of the right one once that is saved', async () => {
  await check(OTHER_GUID);
  await reads(UNKNOWN);
  await check('nobody.example');
  await reads(UNKNOWN);
  await settings.getByLabel('Tenant').fill(stage.emulator.tenants.contoso.domain);
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByText(/^Microsoft knows this tenant\./).waitFor();
});

it('tells of another cloud and takes it, and of a lost connection', async () => {
  const { emulator } = stage;
  const { id } = emulator.tenants.contoso;
  emulator.faults.set({ otherCloud: { instance: 'microsoftonline.us' } });
  await check(id);
  await reads('This tenant belongs to another cloud: US Government (GCC High).');
  // A browser tries once more by itself.
  emulator.faults.set({ loginOffline: { times: null } });
  await check(id);
  await reads('Microsoft cannot be reached. Check your connection, then try again.');
  emulator.faults.reset();
  emulator.faults.set({ otherCloud: { instance: 'microsoftonline.us' } });
  await check(id);
  await settings.getByRole('button', { name: 'Use US Government (GCC High)' }).click();
  expect(await settings.getByLabel('Microsoft cloud').inputValue()).toBe('us-gov-l4');
  // The emulator is no cloud of Microsoft's: this build cannot reach one, and says so.
  await settings.getByRole('button', { name: 'Check' }).click();
  await reads('Microsoft cannot be reached. Check your connection, then try again.');
});

it('is answered by a worker that was stopped, and forgotten with a sign-out', async () => {
  await stage.chromium.stopWorker();
  await check(stage.emulator.tenants.contoso.domain);
  await settings.getByText(/^Microsoft knows this tenant\./).waitFor();
  expect(Object.keys(await stage.chromium.readStorage('local'))).toContain('tenant-check');
  await settings.getByRole('button', { name: 'Save' }).click();
  await stage.popup.bringToFront();
  await stage.beginSignedIn();
  await stage.person.press('Account and settings');
  await stage.person.press('Sign out');
  await stage.popup.getByText('Your languages, on your profile').waitFor();
  expect(Object.keys(await stage.chromium.readStorage('local'))).not.toContain('tenant-check');
});
