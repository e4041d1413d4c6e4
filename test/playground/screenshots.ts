import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Choice } from './choice';
import { launchPlainChromium, showScenario } from './plain-chromium';
import type { ScenarioName } from './scenarios';
import { servePlayground } from './serve';

/** `npm run screenshots`: pictures of the pages in many states, to be looked at, and those for the stores. */

const FOLDER = path.resolve('.screenshots');

const IN_BOTH_COLOURS: readonly ScenarioName[] = [
  'typical',
  'details-open',
  'search-finds',
  'menu-open',
  'recently-removed',
  'refused-change',
  'unreadable-newer',
  'signed-out',
  'needs-sign-in-failed',
  'settings-wrong',
  'settings-tenant-of-other-cloud',
];

const IN_LIGHT: readonly ScenarioName[] = [
  'not-configured',
  'sign-in-wrong-redirect',
  'first-reading',
  'empty-profile',
  'skills-that-differ',
  'odd-values',
  'fifty-languages',
  'long-names',
  'search-finds-nothing',
  'many-suggestions',
  'guesses',
  'nearly-the-same',
  'odd-tag',
  'by-hand',
  'audience-overruled',
  'sign-out-with-edits',
  'sign-out-not-sent',
  'storage-full',
  'storage-unreadable',
  'hostile-list',
  'hostile-names',
  'edit-waiting',
  'edit-checking',
  'changed-elsewhere',
  'changed-elsewhere-removal',
  'removed-elsewhere',
  'offline',
  'wrong-account',
  'settings-filled',
  'settings-saved',
  'settings-tenant-unknown',
  'settings-needs-sign-in',
  'settings-sign-out-with-edits',
  'settings-diagnostics',
  'settings-prescribed-in-part',
  'audience-prescribed',
  'sign-in-needs-approval',
];

/** What the stores show first, one after the other. */
const STORE: readonly Pick<Choice, 'scenario' | 'scheme'>[] = [
  { scenario: 'typical', scheme: 'light' },
  { scenario: 'search-finds', scheme: 'light' },
  { scenario: 'details-open', scheme: 'light' },
  { scenario: 'changed-elsewhere', scheme: 'light' },
  { scenario: 'typical', scheme: 'dark' },
];

const { url, close } = await servePlayground();
const browser = await launchPlainChromium();
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER);
  const page = await browser.newPage({ viewport: { width: 380, height: 600 }, reducedMotion: 'reduce' });
  for (const scenario of [...IN_BOTH_COLOURS, ...IN_LIGHT]) await take(page, scenario, 'light');
  for (const scenario of IN_BOTH_COLOURS) await take(page, scenario, 'dark');
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const [index, choice] of STORE.entries()) {
    await page.goto(`${url}store.html?${new URLSearchParams({ ...choice }).toString()}`);
    await page.frameLocator('iframe').locator('html[data-reached]').waitFor({ state: 'attached' });
    await page.screenshot({ path: path.join(FOLDER, `store-${index + 1}.png`) });
  }
} finally {
  await browser.close();
  await close();
}
console.log(`\nThe pictures are in ${FOLDER}`);

async function take(page: Page, scenario: ScenarioName, scheme: 'light' | 'dark'): Promise<void> {
  await showScenario(page, url, { scenario, scheme });
  const name = scheme === 'dark' ? `${scenario}-dark` : scenario;
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
}
