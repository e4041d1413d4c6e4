import { beforeEach, expect, it } from 'vitest';
import { seedId } from '../emulator/seed';
import { changesOf } from './support/changes';
import { type Keyboard, keyboardAt } from './support/keyboard';
import { useStage } from './support/stage';

const stage = useStage();
let keyboard: Keyboard;

beforeEach(async () => {
  await stage.beginSignedIn();
  keyboard = keyboardAt(stage.popup);
});

const saved = () => stage.person.readsStatus('Saved to Microsoft 365');
const sent = (count: number) => expect.poll(() => changesOf(stage.emulator).length).toBe(count);
const rows = () =>
  stage.popup
    .getByRole('list', { name: 'Your languages' })
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));
const focusIs = (name: string) => expect.poll(keyboard.focused.bind(keyboard)).toBe(name);

it('begins in the search, with the list after it and the account before', async () => {
  const stops = [await keyboard.focused()];
  for (const key of ['Tab', 'Shift+Tab', 'Shift+Tab']) {
    await keyboard.keys(key);
    stops.push(await keyboard.focused());
  }
  expect(stops).toEqual(['Add a language', 'Level of Welsh', 'Add a language', 'Account and settings']);
});

it('adds a language, sets its level, and takes both back', async () => {
  await keyboard.reach('Add a language');
  await stage.popup.keyboard.type('spanish');
  await stage.popup
    .getByRole('option', { name: /^Spanish/ })
    .first()
    .waitFor();
  await keyboard.keys('Enter');
  await focusIs('Level of Spanish');
  await keyboard.keys('p');
  await saved();
  await sent(2);
  expect(await stage.person.level('Spanish').inputValue()).toBe('professionalWorking');
  await keyboard.press('Undo');
  await focusIs('Level of Spanish');
  await sent(3);
});

it('closes what is innermost by Escape: the search, the menu, a dialog, the details; the focus goes back', async () => {
  await keyboard.reach('Add a language');
  await stage.popup.keyboard.type('ger');
  await stage.popup
    .getByRole('option', { name: /^German/ })
    .first()
    .waitFor();
  await keyboard.keys('Escape');
  await expect.poll(() => stage.popup.getByRole('option', { name: /^German/ }).count()).toBe(0);
  expect(await keyboard.focused()).toBe('Add a language');

  await keyboard.keys('Shift+Tab', 'Enter', 'Tab');
  expect(await keyboard.focused()).toBe('Refresh');
  await keyboard.keys('Escape');
  await focusIs('Account and settings');

  await keyboard.press('Details of German');
  await keyboard.reach('Reading of German');
  await keyboard.keys('Escape');
  await focusIs('Details of German');
  expect(await stage.popup.getByRole('group', { name: 'Details of German' }).count()).toBe(0);
});

it('changes everything that the details have, removes, and puts back', async () => {
  await keyboard.press('Details of Japanese');
  await keyboard.reach('Writing of Japanese');
  await keyboard.keys('e');
  await sent(1);
  await keyboard.press('Use “Conversational” for all three');
  await focusIs('Level of Japanese');
  await sent(2);
  await keyboard.reach('Who can see Japanese');
  await keyboard.keys('o');
  await sent(3);
  await keyboard.reach('Prefer to be contacted in this: Japanese');
  await keyboard.keys('Space');
  await stage.popup.getByLabel('preferred for contact').waitFor();
  await keyboard.press('Remove Japanese');
  await focusIs('Undo');
  await sent(4);
  await keyboard.press('Account and settings');
  await keyboard.press('Recently removed');
  await stage.popup.getByRole('dialog', { name: 'Recently removed' }).waitFor();
  await keyboard.press('Put back Japanese');
  await focusIs('Level of Japanese');
  await sent(5);
});

it('chooses the order, and moves a row', async () => {
  await keyboard.press('Account and settings');
  await keyboard.reach('As added');
  await keyboard.keys('ArrowDown', 'ArrowDown', 'ArrowDown', 'Escape');
  await keyboard.reach('Move German');
  const place = (await rows()).indexOf('German');
  await keyboard.keys('ArrowUp');
  await expect.poll(async () => (await rows()).indexOf('German')).toBe(place - 1);
  await focusIs('Move German');
});

it('answers guesses, suggestions and questions about the list', async () => {
  await keyboard.press('Confirm Danish');
  await focusIs('Level of Danish');
  await keyboard.press('Add Catalan');
  await focusIs('Level of Catalan');
  await keyboard.press('Details of Norwegian');
  await keyboard.press('Keep both');
  // The tag that is meant by its odd one is Norwegian Bokmål's.
  await keyboard.press('Leave as is');
  await sent(2);
});

it('answers for an edit that was refused, and for one that met a change elsewhere', async () => {
  const { emulator, person } = stage;
  emulator.faults.set({ status: { method: 'PATCH', status: 403 } });
  await keyboard.reach('Level of Japanese');
  await keyboard.keys('n');
  await person.reads('Microsoft 365 does not let you change this. Your edit is kept here.');
  await keyboard.press('Show');
  await focusIs('Level of Japanese');
  await keyboard.press('Discard');
  await saved();

  emulator.changeElsewhere.edit(emulator.people.ada, seedId(4), {
    proficiency: 'elementary',
    spoken: 'elementary',
  });
  await keyboard.reach('Level of Japanese');
  await keyboard.keys('n');
  await keyboard.press('Keep mine');
  await saved();
});
