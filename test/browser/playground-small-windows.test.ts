import { describe, expect, it } from 'vitest';
import type { ScenarioName } from '../playground/scenarios';
import { cutText } from './support/cut-text';
import { useTab } from './support/playground';

const tab = useTab();

/** Those with the most text, and every control at least once. */
const MOST_TEXT: readonly ScenarioName[] = [
  'not-configured',
  'sign-in-wrong-redirect',
  'sign-in-wrong-configuration',
  'typical',
  'details-open',
  'details-of-sign-language',
  'skills-that-differ',
  'odd-values',
  'long-names',
  'search-finds',
  'search-finds-nothing',
  'many-suggestions',
  'guesses',
  'nearly-the-same',
  'by-hand',
  'audience-overruled',
  'menu-open',
  'recently-removed',
  'sign-out-with-edits',
  'sign-out-not-sent',
  'sign-out-of-microsoft',
  'another-account-failed',
  'storage-full',
  'storage-unreadable',
  'hostile-list',
  'hostile-names',
  'edit-checking',
  'refused-add',
  'refused-unsupported',
  'changed-elsewhere-audience',
  'changed-elsewhere-removal',
  'removed-elsewhere',
  'unreadable-newer',
  'offline',
  'needs-sign-in-failed',
  'wrong-account',
  'unavailable',
  'settings-wrong',
  'settings-understood',
  'settings-tenant-found',
  'settings-tenant-unknown',
  'settings-tenant-of-other-cloud',
  'settings-needs-sign-in',
  'settings-sign-out-with-edits',
  'settings-diagnostics',
];

const WINDOWS = [
  { name: '320 px wide', width: 320, height: 600 },
  { name: '380 px wide', width: 380, height: 600 },
  { name: '560 px wide', width: 560, height: 800 },
  // What is left of 1280 × 720.
  { name: 'zoomed to 200 %', width: 640, height: 360 },
];

describe.each(['en', 'de', 'ar'])('in %s', (locale) => {
  it.each(MOST_TEXT)('no text of "%s" is cut off, however small the window', async (scenario) => {
    const found: Record<string, string[]> = {};
    for (const { name, ...size } of WINDOWS) {
      await tab.page.setViewportSize(size);
      if (name === WINDOWS[0]?.name) await tab.show({ scenario, locale });
      found[name] = await tab.page.evaluate(cutText);
    }
    expect(found).toEqual(Object.fromEntries(WINDOWS.map(({ name }) => [name, []])));
  });
});
