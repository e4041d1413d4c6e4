import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './support/chromium';

let chromium: Chromium;

beforeAll(async () => {
  chromium = await launchChromium({ extensionDir: 'dist/chromium' });
});

afterAll(() => chromium.close());

it('leads from the production build without any settings to a popup that can sign in', async () => {
  const popup = await chromium.openPopupPage();
  await popup.getByRole('heading', { name: 'One thing is missing' }).waitFor();
  const opening = chromium.context.waitForEvent('page');
  await popup.getByRole('button', { name: 'Open settings' }).click();
  const settings = await opening;
  await settings.getByText(`https://${chromium.extensionId}.chromiumapp.org/`).waitFor();

  await settings.getByLabel('Tenant').fill('contoso');
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByText('Enter the directory’s ID (a GUID) or one of its domains.').waitFor();
  await settings.getByText('Enter the application’s ID: 32 hexadecimal digits in five groups.').waitFor();
  expect(await chromium.readStorage('local')).toEqual({});

  await settings.getByLabel('Tenant').fill(' contoso.com ');
  await settings.getByLabel('Application (client) ID').fill('6731DE76-14A6-49AE-97BC-6EBA6914391E');
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByText('Saved. Open Profile Languages from the toolbar and sign in.').waitFor();
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
});

it('needs nothing but a sign-in where the person has configured another of their browsers', async () => {
  const popup = await chromium.openPopupPage();
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  const shared = await chromium.readStorage('sync');
  await popup.evaluate(async () => {
    await chrome.storage.sync.clear();
    await chrome.storage.local.clear();
  });
  await popup.getByRole('heading', { name: 'One thing is missing' }).waitFor();
  await popup.evaluate((settings) => chrome.storage.sync.set(settings), shared);
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
});
