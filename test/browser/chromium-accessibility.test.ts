import { beforeAll, expect, it } from 'vitest';
import { axe, faultsOf } from './support/axe';
import { useStage } from './support/stage';

const stage = useStage();

beforeAll(async () => {
  await stage.beginSignedIn();
});

// Every state is looked at in the playground; this is about what browsers add to the pages of extensions.
it.each(['light', 'dark'] as const)('axe objects to nothing in the popup, %s', async (colorScheme) => {
  await stage.popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await stage.popup.evaluate(axe);
  expect(await faultsOf(stage.popup)).toEqual([]);
});
