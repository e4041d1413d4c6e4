import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from '../browser/support/find-browsers';
import type { Choice } from './choice';

/** A Chromium without the extension, for the pages of the playground. */
export async function launchPlainChromium(): Promise<Browser> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge found: install one or set CHROME_PATH');
  return chromium.launch({
    executablePath,
    // Chromium refuses its sandbox to root.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

/** Shows a scenario in the page and resolves once its state is reached. */
export async function showScenario(
  page: Page,
  url: string,
  { scenario, ...choice }: Partial<Choice> & Pick<Choice, 'scenario'>,
): Promise<void> {
  const html = scenario.startsWith('settings-') ? 'settings' : 'popup';
  const address = `${url}${html}.html?${new URLSearchParams({ ...choice, scenario }).toString()}`;
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('html[data-reached]').waitFor({ state: 'attached' });
}
