import { describe, expect, it } from 'vitest';
import { scenarioNames } from '../playground/scenarios';
import { axe, faultsOf } from './support/axe';
import { useTab } from './support/playground';

const tab = useTab({ viewport: { width: 380, height: 600 } }, axe);

/** In other colours nothing else can be different. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

// One language from left to right and one from right to left.
describe.each(['en', 'ar'])('in %s', (locale) => {
  it.each(scenarioNames)('axe objects to nothing in "%s", light and dark', async (scenario) => {
    await tab.page.emulateMedia({ colorScheme: 'light' });
    await tab.show({ scenario, locale });
    const light = await faultsOf(tab.page);
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    expect({ light, dark: await faultsOf(tab.page, COLOUR_RULES) }).toEqual({ light: [], dark: [] });
  });
});
