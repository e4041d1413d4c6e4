import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './support/chromium';
import { canPrescribe, managedPolicy } from './support/managed-policy';
import { createTemporaryFolder } from './support/temporary-folder';

/** The production build under a policy that is laid down for real. Chromium looks for changes every few seconds. */

const CONTOSO = {
  cloud: 'us-gov-l4',
  tenant: '11111111-2222-4333-8444-555555555555',
  clientId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
};
const MANNERS = { defaultAudience: 'me', lockAudience: true, displayNameLanguage: 'de' };
const PRESCRIBED = 'Your organisation has set this. It cannot be changed here.';
const SOON = { timeout: 30_000 };

const policy = managedPolicy();
let chromium: Chromium;
let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;

describe.skipIf(!(await canPrescribe()))('what an administrator prescribes', () => {
  beforeAll(async () => {
    folder = await createTemporaryFolder('policy');
    // Without its key the extension has an id of its own: no policy reaches what others test at the same time.
    const extensionDir = path.join(folder.path, 'extension');
    await cp('dist/chromium', extensionDir, { recursive: true });
    const file = path.join(extensionDir, 'manifest.json');
    const { key: _, ...manifest } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    await writeFile(file, JSON.stringify(manifest));
    chromium = await launchChromium({ extensionDir });
  });

  afterAll(async () => {
    await policy.remove();
    await chromium.close();
    await folder.remove();
  });

  it('configures an open popup, locks the settings, changes with the policy and goes with it', async () => {
    const popup = await chromium.openPopupPage();
    await popup.getByRole('heading', { name: 'One thing is missing' }).waitFor();
    await policy.prescribe(chromium.extensionId, { ...CONTOSO, ...MANNERS });
    await popup.getByRole('button', { name: 'Sign in' }).waitFor(SOON);

    const settings = await openSettings();
    expect(await valuesIn(settings)).toEqual(Object.values(CONTOSO));
    for (const field of fieldsIn(settings)) expect(await field.isDisabled()).toBe(true);
    expect(await settings.getByText(PRESCRIBED).count()).toBe(3);
    expect(await settings.getByRole('button', { name: 'Save' }).count()).toBe(0);
    expect(await settings.getByRole('listitem').allInnerTexts()).toEqual([
      'Who sees a language that is added: Only me',
      'Who sees a language cannot be chosen',
      'Language of the names on profiles: German',
    ]);

    await policy.prescribe(chromium.extensionId, {
      cloud: 'germany',
      tenant: 'fabrikam.example',
      clientId: 'none',
      defaultAudience: 'public',
      displayNameLanguage: 'deutsch',
    });
    await expect.poll(() => settings.getByLabel('Tenant').inputValue(), SOON).toBe('fabrikam.example');
    expect(await settings.getByText(PRESCRIBED).count()).toBe(1);
    await settings
      .getByText(/was left out: cloud, clientId, defaultAudience, displayNameLanguage\./)
      .waitFor();
    await popup.getByRole('heading', { name: 'One thing is missing' }).waitFor();

    await policy.remove();
    await expect.poll(() => settings.getByLabel('Tenant').isDisabled(), SOON).toBe(false);
  });
});

async function openSettings(): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.goto(chromium.popupUrl.replace('popup', 'options'));
  return page;
}

const fieldsIn = (page: Page) =>
  ['Microsoft cloud', 'Tenant', 'Application (client) ID'].map((label) => page.getByLabel(label));
const valuesIn = (page: Page) => Promise.all(fieldsIn(page).map((field) => field.inputValue()));
