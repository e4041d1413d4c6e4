import { expect, it } from 'vitest';
import { scenarioNames } from '../playground/scenarios';
import { faultsLightAndDark } from './support/axe';
import { useTab } from './support/playground';

const tab = useTab({ viewport: { width: 380, height: 600 } });

// From left to right each state is looked at together with all else that is held of it.
it.each(scenarioNames)(
  'axe objects to nothing in "%s" from right to left, light and dark',
  async (scenario) => {
    await tab.show({ scenario, locale: 'ar' });
    expect(await faultsLightAndDark(tab.page)).toEqual({ light: [], dark: [] });
  },
);
