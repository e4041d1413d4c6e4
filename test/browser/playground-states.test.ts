import { beforeAll, describe, expect, it } from 'vitest';
import { scenarioNames, scenarioOf } from '../playground/scenarios';
import { faultsLightAndDark } from './support/axe';
import { layoutShifts } from './support/layout-shifts';
import { useTab } from './support/playground';
import { walkByTab } from './support/walk-by-tab';

const tab = useTab({ viewport: { width: 380, height: 600 } });

// One visit for all of them: only the last one changes what is shown.
describe.each(scenarioNames)('"%s"', (scenario) => {
  beforeAll(() => tab.show({ scenario }));

  // What was pressed to come here may have moved something.
  if (scenarioOf(scenario).press === undefined) {
    it('moves nothing after its first paint', async () => {
      expect(await layoutShifts(tab.page)).toEqual({ sum: 0, moved: [] });
    });
  }

  it('gives axe nothing to object to, light and dark', async () => {
    expect(await faultsLightAndDark(tab.page)).toEqual({ light: [], dark: [] });
  });

  it('lets keys reach every control, and shows where they are', async () => {
    expect(await walkByTab(tab.page)).toEqual({ missed: [], unseen: [] });
  });
});
