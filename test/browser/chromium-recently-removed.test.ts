import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForChanges } from './support/changes';
import { useStage } from './support/stage';

const stage = useStage();

beforeAll(() => stage.beginSignedIn());

afterAll(async () => {
  await stage.popup.close();
});

it('puts a language back after other changes and in another popup, and leads to it', async () => {
  const { emulator } = stage;
  const before = emulator.profileOf(emulator.people.ada).find(({ displayName }) => displayName === 'German');
  await stage.person.press('Details of German');
  await stage.person.press('Remove German');
  await stage.person.choose('Japanese', 'limitedWorking');
  await waitForChanges(emulator, 2);
  await stage.popup.close();
  await stage.openPopup();
  await stage.person.press('Account and settings');
  await stage.person.press('Recently removed');
  const dialog = stage.popup.getByRole('dialog', { name: 'Recently removed' });
  await dialog.getByRole('button', { name: 'Put back German' }).click();
  await stage.person.readsStatus('Saved to Microsoft 365');
  const changes = await waitForChanges(emulator, 3);
  expect(changes.map(({ method }) => method)).toEqual(['DELETE', 'PATCH', 'POST']);
  const { spoken, written, reading, proficiency, tag } = before ?? {};
  expect(changes.at(-1)).toMatchObject({ requestBody: { spoken, written, reading, proficiency, tag } });
  expect(await dialog.count()).toBe(0);
  await expect
    .poll(() => stage.person.level('German').evaluate((it) => it === document.activeElement))
    .toBe(true);
  await stage.person.press('Account and settings');
  expect(await stage.popup.getByRole('button', { name: 'Recently removed' }).count()).toBe(0);
});

it('closes by Escape with the focus on the button of the menu, and the popup stays open', async () => {
  await stage.person.press('Account and settings');
  await stage.person.press('Details of Welsh');
  await stage.person.press('Remove Welsh');
  await stage.person.press('Account and settings');
  await stage.person.press('Recently removed');
  const dialog = stage.popup.getByRole('dialog', { name: 'Recently removed' });
  await dialog.waitFor();
  await stage.popup.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const menuButton = stage.popup.getByRole('button', { name: 'Account and settings' });
  expect(await menuButton.evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await stage.person.row('German').count()).toBe(1);
});
