import { expect, it } from 'vitest';
import { useTab } from './support/playground';

const tab = useTab({ viewport: { width: 1280, height: 800 } });

it.each(['en', 'de', 'nl', 'pl', 'ja', 'ar'])(
  'the redirect address of Chromium stands in one line of the settings in %s, from left to right',
  async (locale) => {
    await tab.show({ scenario: 'settings-filled', locale });
    const address = tab.page.locator('output#redirect');
    const lines = await address.evaluate((output) => {
      const text = document.createRange();
      text.selectNodeContents(output);
      return new Set([...text.getClientRects()].map(({ top }) => top)).size;
    });
    expect(lines).toBe(1);
    expect(await address.evaluate((output) => getComputedStyle(output).direction)).toBe('ltr');
  },
);
