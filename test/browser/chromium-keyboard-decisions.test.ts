import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { changesOf, executedOf } from './support/changes';
import { onProfile } from './support/deeds';
import { keepGateClosed } from './support/keep-gate-closed';
import { type Keyboard, keyboardAt } from './support/keyboard';
import { useStage } from './support/stage';

/** The other half of what a popup offers, by keys alone: its questions, its problems, and the account. */

const stage = useStage();
let keyboard: Keyboard;

beforeEach(async () => {
  await stage.beginSignedIn();
  keyboard = keyboardAt(stage.popup);
});

const saved = () => stage.person.readsStatus('Saved to Microsoft 365');
const executed = (...methods: string[]) => expect.poll(() => executedOf(stage.emulator)).toEqual(methods);
const focusIs = (name: string) => expect.poll(keyboard.focused.bind(keyboard)).toBe(name);
const order = () =>
  stage.popup
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));
const idOf = (name: string) => onProfile(stage.emulator, name)[0]?.id ?? '';

/** Gives Japanese the level "Native or bilingual". */
async function changeJapanese(): Promise<void> {
  await keyboard.reach('Level of Japanese');
  await keyboard.keys('n');
}

async function openInMenu(item: string): Promise<void> {
  await keyboard.press('Account and settings');
  await keyboard.press(item);
}

/** The page that the keys open beside the popup; it is closed again. */
async function opens(act: () => Promise<void>): Promise<string> {
  const [page] = await Promise.all([stage.chromium.context.waitForEvent('page'), act()]);
  await page.waitForURL(/^chrome-extension:/);
  const { pathname } = new URL(page.url());
  await page.close();
  await stage.popup.bringToFront();
  return pathname;
}

describe('by keys alone a person', () => {
  it('dismisses a guess, and takes that back', async () => {
    await keyboard.press('Dismiss Danish');
    await focusIs('Undo');
    expect(await stage.popup.getByRole('button', { name: 'Confirm Danish' }).count()).toBe(0);
    await keyboard.keys('Enter');
    await focusIs('Confirm Danish');
  });

  it('has a language that they browse in suggested no more, and takes that back', async () => {
    await keyboard.press('Do not suggest Catalan');
    await focusIs('Undo');
    expect(await stage.popup.getByRole('button', { name: 'Add Catalan' }).count()).toBe(0);
    await keyboard.keys('Enter');
    await stage.popup.getByRole('button', { name: 'Add Catalan' }).waitFor();
    await focusIs('Add a language');
  });

  it('removes one of two that are nearly the same', async () => {
    await keyboard.press('Details of Norwegian');
    await keyboard.press('Remove this one');
    await focusIs('Undo');
    await executed('DELETE');
    expect(onProfile(stage.emulator, 'Norwegian')).toEqual([]);
  });

  it('leaves an odd tag as it is', async () => {
    await keyboard.press('Details of Norwegian');
    await keyboard.press('Keep both');
    await keyboard.press('Leave as is');
    await expect.poll(() => stage.person.row('Norwegian').getByText('worth a look').count()).toBe(0);
    expect(changesOf(stage.emulator)).toEqual([]);
  });

  it('moves a row to the ends of the list, and one place by buttons', async () => {
    await keyboard.press('Account and settings');
    await keyboard.reach('As added');
    await keyboard.keys('ArrowUp', 'Escape');
    await keyboard.reach('Move German');
    await keyboard.keys('End');
    await expect.poll(async () => (await order()).at(-1)).toBe('German');
    await focusIs('Move German');
    await keyboard.keys('Home');
    await expect.poll(async () => (await order()).at(0)).toBe('German');
    await keyboard.press('Details of German');
    await keyboard.press('Move down');
    await expect.poll(async () => (await order()).at(1)).toBe('German');
    await focusIs('Move down');
    await keyboard.press('Move up');
    await expect.poll(async () => (await order()).at(0)).toBe('German');
  });

  it('mends a refused edit: by fixing it, by trying again, and hands its details to support', async () => {
    stage.emulator.faults.set({ status: { method: 'PATCH', status: 400, times: 2 } });
    await changeJapanese();
    await keyboard.press('Fix');
    await focusIs('Level of Japanese');
    await keyboard.press('Copy details');
    await focusIs('Copied');
    await keyboard.press('Try again');
    await focusIs('Level of Japanese');
    await saved();
    await executed('PATCH');
  });

  it.each([
    ['Keep mine', 'nativeOrBilingual'],
    ['Use theirs', 'elementary'],
  ])('answers what was changed elsewhere: %s', async (answer, level) => {
    const { emulator } = stage;
    emulator.changeElsewhere.edit(emulator.people.ada, idOf('Japanese'), {
      proficiency: 'elementary',
      spoken: 'elementary',
    });
    await changeJapanese();
    await keyboard.press(answer);
    await focusIs('Level of Japanese');
    await saved();
    expect(onProfile(emulator, 'Japanese')).toMatchObject([{ spoken: level }]);
  });

  it.each([
    ['Add it again', 'Level of Japanese', 1],
    ['Let it go', 'Add a language', 0],
  ])('answers what was removed elsewhere: %s', async (answer, focused, left) => {
    const { emulator } = stage;
    emulator.changeElsewhere.remove(emulator.people.ada, idOf('Japanese'));
    await changeJapanese();
    await keyboard.press(answer);
    await focusIs(focused);
    await saved();
    expect(onProfile(emulator, 'Japanese')).toHaveLength(left);
  });

  it.each([
    ['Remove it', 'Add a language', 0],
    ['Keep it', 'Level of Welsh', 1],
  ])('answers before a removal of what was changed elsewhere: %s', async (answer, focused, left) => {
    const { emulator } = stage;
    emulator.changeElsewhere.edit(emulator.people.ada, idOf('Welsh'), {
      proficiency: 'fullProfessional',
      spoken: 'fullProfessional',
    });
    await keyboard.press('Details of Welsh');
    await keyboard.press('Remove Welsh');
    await keyboard.press(answer);
    await focusIs(focused);
    await saved();
    expect(onProfile(emulator, 'Welsh')).toHaveLength(left);
  });

  it('refreshes the list, also while the service is away', async () => {
    const { emulator, person } = stage;
    emulator.faults.set({ status: { method: 'GET', status: 503, times: null } });
    const reads = () =>
      emulator.log.filter(({ server, method }) => server === 'graph' && method === 'GET').length;
    const before = reads();
    await openInMenu('Refresh');
    await expect.poll(reads).toBeGreaterThan(before);
    await person.readsStatus(/^Microsoft 365 does not answer/);
    emulator.faults.reset();
    // It does not try again by itself first.
    await keepGateClosed(stage.chromium, 5 * 60_000);
    await keyboard.press('Try again');
    await saved();
  });

  it('opens the popup as a tab, and the settings', async () => {
    expect(await opens(() => openInMenu('Open in a tab'))).toBe('/src/popup/index.html');
    expect(await opens(() => openInMenu('Settings'))).toBe('/src/options/index.html');
  });

  it('signs out: asked while edits wait, and signs in again', async () => {
    const { emulator, person } = stage;
    emulator.faults.set({ status: { status: 503, times: null } });
    await changeJapanese();
    await person.readsStatus(/^Microsoft 365 does not answer/);
    await openInMenu('Sign out');
    await keyboard.press('Stay signed in');
    expect(await stage.popup.getByRole('dialog').count()).toBe(0);
    await openInMenu('Sign out');
    await keyboard.press('Discard and sign out');
    emulator.faults.reset();
    await stage.popup.getByText('Your languages, on your profile').waitFor();
    const window = await signInWindow();
    await window.getByRole('button', { name: /Ada Lindqvist/ }).press('Enter');
    await saved();
  });
});

async function signInWindow(): Promise<Page> {
  const opening = stage.chromium.nextWindow();
  await keyboard.press('Sign in');
  return opening;
}
