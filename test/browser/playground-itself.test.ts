import type { FrameLocator } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { useTab } from './support/playground';

const tab = useTab({ viewport: { width: 1000, height: 800 } });

async function open(hash: string): Promise<FrameLocator> {
  await tab.page.goto('about:blank');
  await tab.page.goto(`${inject('playgroundUrl')}#${hash}`);
  return tab.page.frameLocator('iframe');
}

it('leads from the menu to a state, keeping how it is shown, and into the address', async () => {
  const page = await open('locale=en&width=320&scheme=dark');
  await page.getByRole('list', { name: 'Your languages' }).waitFor();
  await tab.page.getByRole('link', { name: 'settings-filled' }).click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  expect(new URL(tab.page.url()).hash).toBe('#scenario=settings-filled&locale=en&scheme=dark&width=320');
  expect(await page.locator('html').evaluate((html) => [html.style.colorScheme, innerWidth])).toEqual([
    'dark',
    320,
  ]);
});

it('shows the words, and their direction, of the language that is chosen', async () => {
  const page = await open('scenario=signed-out');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await tab.page.getByLabel('Language').selectOption('ar');
  await page.locator('html[dir="rtl"]').waitFor({ state: 'attached' });
});

it('confirms what a person does in a lively state', async () => {
  const page = await open('scenario=typical');
  const status = page.getByRole('status');
  await page.getByRole('button', { name: 'Add Catalan' }).click();
  await status.getByText('Saved on this device, sending…').waitFor();
  await status.getByText('Saved to Microsoft 365').waitFor();
  await page.getByRole('listitem', { name: 'Catalan' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('listitem', { name: 'Catalan' }).waitFor({ state: 'detached' });
  await status.getByText('Saved to Microsoft 365').waitFor();
});

it('leads from signing out to signing in and back', async () => {
  const page = await open('scenario=typical');
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('listitem', { name: 'German' }).waitFor();
});
