import { beforeAll, expect, it } from 'vitest';
import { useStage } from './support/stage';

const stage = useStage();
const list = () => stage.popup.getByRole('list', { name: 'Your languages' });
const scrollTop = () => list().evaluate((it) => it.scrollTop);
const search = () => stage.popup.getByRole('combobox', { name: 'Add a language' });

beforeAll(() => stage.beginSignedIn());

it('opens as it was left: the search, the details, and how far the list was scrolled', async () => {
  const size = { width: 380, height: 480 };
  await stage.popup.setViewportSize(size);
  await stage.person.press('Details of German');
  await search().fill('catal');
  await list().evaluate((it) => {
    it.scrollTop = 40;
  });
  const stored = async () => JSON.stringify(await stage.chromium.readStorage('local'));
  await expect.poll(stored).toContain('\\"scrollTop\\":40');
  await stage.popup.close();
  await stage.chromium.stopWorker();
  await stage.openPopup();
  await stage.popup.setViewportSize(size);
  await stage.popup.reload();
  await stage.popup.getByRole('group', { name: 'Details of German' }).waitFor();
  expect(await search().inputValue()).toBe('catal');
  await stage.popup
    .getByRole('option', { name: /^Catalan/ })
    .first()
    .waitFor();
  expect(await scrollTop()).toBe(40);
});
