import { afterEach, beforeEach, expect, it } from 'vitest';
import { changesOf, waitForChanges } from './support/changes';
import { useStage } from './support/stage';

const stage = useStage();
const search = () => stage.popup.getByRole('combobox', { name: 'Add a language' });
const options = () => stage.popup.locator('[role=listbox] [role=option]');

beforeEach(() => stage.beginSignedIn());

afterEach(async () => {
  await stage.popup.close();
});

it('finds a language of which no browser knows the name, and adds it with keys only', async () => {
  await search().pressSequentially('ghotuo');
  await options().getByText('Ghotuo').waitFor();
  expect(await options().count()).toBe(1);
  await stage.popup.keyboard.press('Enter');
  const [post] = await waitForChanges(stage.emulator, 1);
  expect(post).toMatchObject({ status: 201, requestBody: { displayName: 'Ghotuo', tag: 'aaa-NG' } });
  await stage.person.row('Ghotuo').waitFor();
  expect(await stage.person.level('Ghotuo').evaluate((it) => it === document.activeElement)).toBe(true);
});

it('says that there is none only when it has looked everywhere', async () => {
  await search().pressSequentially('qqzzxx');
  await stage.person.reads('No language found for “qqzzxx”. Try its English name, its own name or its tag.');
  expect(await options().count()).toBe(0);
  await search().press('Escape');
  expect(await search().inputValue()).toBe('');
  expect(changesOf(stage.emulator)).toEqual([]);
});

it('mends a letter where no language is called so', async () => {
  await search().pressSequentially('icelendic');
  await options().getByText('Icelandic').first().waitFor();
});
