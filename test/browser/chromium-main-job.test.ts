import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../emulator/emulator';
import { changesOf, waitForChanges } from './support/changes';
import { type Chromium, launchChromium } from './support/chromium';
import { listedOf } from './support/listed';
import { extensionDirs, ports } from './support/lane';
import { openSignedIn } from './support/signed-in';

const LANGUAGES = '/beta/me/profile/languages';

let emulator: Emulator;
let chromium: Chromium;
let popup: Page;

const level = (name: string) => popup.getByRole('combobox', { name: `Level of ${name}` });
const row = (name: string) => popup.getByRole('listitem', { name, exact: true });
const saved = () => popup.getByRole('status').getByText('Saved to Microsoft 365').waitFor();
const idOf = (name: string) =>
  emulator.profileOf(emulator.people.ada).find((each) => each.displayName === name)?.id;

beforeAll(async () => {
  emulator = await startEmulator(ports);
  chromium = await launchChromium({ extensionDir: extensionDirs.chromium, languages: ['en-GB', 'ca'] });
});

afterAll(async () => {
  await chromium.close();
  await emulator.close();
});

describe('the built extension in Chromium', () => {
  it('signs in and shows the languages of the profile and whose they are', async () => {
    popup = await openSignedIn(chromium);
    await popup.getByText('Ada Lindqvist').waitFor();
    await popup.getByText('Contoso · ada@contoso.example').waitFor();
    await saved();
    const names = await popup.getByRole('list', { name: 'Your languages' }).getByRole('listitem').all();
    expect(names).toHaveLength(listedOf(emulator).length);
    expect(changesOf(emulator)).toEqual([]);
  });

  it('adds a language with one POST', async () => {
    await popup.getByRole('combobox', { name: 'Add a language' }).pressSequentially('portug');
    await popup
      .getByRole('option', { name: /^Portuguese/ })
      .first()
      .waitFor();
    await popup.keyboard.press('Enter');
    const [post] = await waitForChanges(emulator, 1);
    expect(post).toEqual({
      method: 'POST',
      path: LANGUAGES,
      status: 201,
      requestBody: {
        displayName: 'Portuguese',
        tag: 'pt-BR',
        proficiency: 'elementary',
        spoken: 'elementary',
        written: 'elementary',
        reading: 'elementary',
        allowedAudiences: 'organization',
      },
    });
    const sent = emulator.log.find(({ method }) => method === 'POST' && LANGUAGES);
    expect(sent).toBeDefined();
    await saved();
    expect(await level('Portuguese').evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('sends the headers that Graph asks for, and no more than it needs', () => {
    const post = emulator.log.find(({ server, method }) => server === 'graph' && method === 'POST');
    expect(post?.requestHeaders).toMatchObject({
      authorization: 'Bearer …',
      'content-type': 'application/json',
    });
    expect(post?.clientRequestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(post?.requestHeaders['cookie']).toBeUndefined();
    expect(post?.origin).toBe(`chrome-extension://${chromium.extensionId}`);
  });

  it('changes a level in place with one PATCH of exactly the fields that change', async () => {
    await level('Japanese').selectOption('limitedWorking');
    const changes = await waitForChanges(emulator, 2);
    expect(changes.at(-1)).toEqual({
      method: 'PATCH',
      path: `${LANGUAGES}/${idOf('Japanese')}`,
      status: 200,
      requestBody: {
        proficiency: 'limitedWorking',
        spoken: 'limitedWorking',
        written: 'limitedWorking',
        reading: 'limitedWorking',
      },
    });
    await saved();
  });

  it('changes one skill of a language in its details', async () => {
    await popup.getByRole('button', { name: 'Details of German' }).click();
    await popup.getByRole('combobox', { name: 'Writing of German' }).selectOption('elementary');
    const changes = await waitForChanges(emulator, 3);
    expect(changes.at(-1)).toMatchObject({ method: 'PATCH', requestBody: { written: 'elementary' } });
    await popup.getByRole('combobox', { name: 'Who can see German' }).selectOption('me');
    expect((await waitForChanges(emulator, 4)).at(-1)).toMatchObject({
      requestBody: { allowedAudiences: 'me' },
    });
  });

  it('takes a change back with one PATCH', async () => {
    await popup.getByRole('button', { name: 'Undo' }).click();
    const changes = await waitForChanges(emulator, 5);
    expect(changes.at(-1)).toMatchObject({
      method: 'PATCH',
      requestBody: { allowedAudiences: 'organization' },
    });
    await saved();
  });

  it('removes a language with one DELETE and puts it back', async () => {
    const path = `${LANGUAGES}/${idOf('German')}`;
    await popup.getByRole('button', { name: 'Remove German' }).click();
    expect((await waitForChanges(emulator, 6)).at(-1)).toEqual({
      method: 'DELETE',
      path,
      status: 204,
      requestBody: null,
    });
    expect(await row('German').count()).toBe(0);
    await popup.reload();
    await popup.getByRole('button', { name: 'Undo' }).click();
    expect((await waitForChanges(emulator, 7)).at(-1)).toMatchObject({
      method: 'POST',
      status: 201,
      requestBody: { displayName: 'German', tag: 'de-DE', written: 'elementary' },
    });
    await row('German').waitFor();
    await saved();
  });

  it('shows what the organisation keeps as locked, with the reason', async () => {
    await popup.getByRole('button', { name: 'Details of English (United States)' }).click();
    await popup.getByText(/Your organisation keeps this entry/).waitFor();
    expect(await level('English (United States)').count()).toBe(0);
  });

  it('opens as the real popup under the toolbar button, with the same list', async () => {
    const real = await chromium.openRealPopup();
    await real.getByRole('listitem', { name: 'Portuguese' }).waitFor();
    const size = await real.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(size.width).toBe(380);
    expect(size.height).toBeLessThanOrEqual(600);
  });

  it('opens by keys, which the browser lets people change', async () => {
    const commands = await popup.evaluate(() => chrome.commands.getAll());
    expect(commands).toMatchObject([{ name: '_execute_action', shortcut: 'Alt+Shift+L' }]);
  });

  it('never asks Microsoft for anything but languages, the name of the organisation and sign-in', () => {
    const paths = emulator.log.filter(({ server }) => server === 'graph').map(({ path }) => path);
    const others = paths.filter((path) => !path.startsWith(LANGUAGES) && path !== '/beta/me');
    expect(others).toEqual([]);
    expect(
      emulator.log.filter(({ method, path }) => method === 'DELETE' && path === '/beta/me/profile'),
    ).toEqual([]);
  });

  it('leaves nothing behind when the person signs out', async () => {
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Account and settings' }).click();
    await popup.getByRole('button', { name: 'Sign out', exact: true }).click();
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await chromium.readStorage('local')).toEqual({});
    expect(await chromium.readStorage('session')).toEqual({});
  });
});
