import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../emulator/emulator';
import { changesOf } from './support/changes';
import { type Chromium, launchChromium } from './support/chromium';
import { onProfile } from './support/deeds';
import type { ExtensionStorage } from './support/extension-storage';
import { type Firefox, launchFirefox } from './support/firefox';
import { signInAs as signInToFirefox } from './support/firefox-signed-in';
import { keepGateClosed } from './support/keep-gate-closed';
import { extensionDirs, ports } from './support/lane';
import { type Person, personAt } from './support/person';
import { signInAs } from './support/signed-in';
import { startSignedOut } from './support/start-over';

/** Ada at two computers, and in Firefox. The browsers' own sync is played: `storage.sync` is carried from one to the other. */

const ADA = /Ada Lindqvist/;
const SOON = { timeout: 3_000 };
const AT_ONCE = { timeout: 1_000 };
/** A time is a promise of the product; that the machine had other work just then breaks none. */
const TIMED = { retry: 2 };

let emulator: Emulator;
let here: Chromium;
let there: Chromium;
let atHome: Person;
let atWork: Person;

beforeAll(async () => {
  emulator = await startEmulator(ports);
  const options = { extensionDir: extensionDirs.chromium, languages: ['en-GB', 'ca'] };
  [here, there] = await Promise.all([launchChromium(options), launchChromium(options)]);
});

afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
  await emulator.close();
});

beforeEach(async () => {
  // Nobody is signed in any more when the emulator begins again.
  const popups = [await startSignedOut(here, emulator), await startSignedOut(there, emulator)] as const;
  await signInAs(here, popups[0], ADA);
  await signInAs(there, popups[1], ADA);
  [atHome, atWork] = [personAt(popups[0]), personAt(popups[1])];
  for (const person of [atHome, atWork]) await person.readsStatus('Saved to Microsoft 365');
});

/** What the browser's sync does, sooner or later. */
async function carry(from: ExtensionStorage, to: ExtensionStorage): Promise<void> {
  await to.writeStorage('sync', await from.readStorage('sync'));
}

/** The last ring that a browser's sync holds, as it is stored. */
async function ringOf(browser: ExtensionStorage): Promise<unknown> {
  const shared = Object.entries(await browser.readStorage('sync'));
  return shared.find(([key]) => key.endsWith('/doorbell'))?.[1];
}

const saved = (person: Person) => person.readsStatus(/^(?:Saved to Microsoft 365|Changed elsewhere: .*)$/);
const levelOf = (person: Person, name: string) => () => person.level(name).inputValue();
const spokenOf = (name: string) => () => onProfile(emulator, name)[0]?.spoken;

describe('what is changed in one browser', () => {
  it('is in the open popup of another one soon after the doorbell, and marked there', TIMED, async () => {
    await atHome.choose('Japanese', 'nativeOrBilingual');
    await atHome.readsStatus('Saved to Microsoft 365');
    expect(await atWork.level('Japanese').inputValue()).toBe('conversational');
    await carry(here, there);
    await expect.poll(levelOf(atWork, 'Japanese'), SOON).toBe('nativeOrBilingual');
    await atWork.row('Japanese').getByText('changed elsewhere').waitFor();
  });

  it('is there without the doorbell, too, as soon as the popup is opened', TIMED, async () => {
    await atHome.choose('Japanese', 'limitedWorking');
    await atHome.readsStatus('Saved to Microsoft 365');
    // Nobody asks again within a second of the last answer.
    await setTimeout(1_000);
    const popup = personAt(await there.openPopupPage());
    await expect.poll(levelOf(popup, 'Japanese'), AT_ONCE).toBe('limitedWorking');
  });

  it('is there however sync behaves: late, twice, out of order, overwritten by junk', async () => {
    await atHome.choose('Japanese', 'limitedWorking');
    await atHome.readsStatus('Saved to Microsoft 365');
    const early = await here.readStorage('sync');
    await atHome.press('Undo');
    await expect.poll(spokenOf('Japanese')).toBe('conversational');
    await carry(here, there);
    await carry(here, there);
    await there.writeStorage('sync', early);
    await there.writeStorage('sync', Object.fromEntries(Object.keys(early).map((key) => [key, 'junk'])));
    await expect.poll(levelOf(atWork, 'Japanese'), SOON).toBe('conversational');
    await atWork.choose('Welsh', 'conversational');
    await expect.poll(spokenOf('Welsh')).toBe('conversational');
  });
});

async function removeAt(person: Person, name: string): Promise<void> {
  await person.press(`Details of ${name}`);
  await person.press(`Remove ${name}`);
}

async function addAt(person: Person, name: string, level: string): Promise<void> {
  await person.press(`Add ${name}`);
  await person.choose(name, level);
}

describe('what is changed in two browsers while neither reaches Microsoft 365', () => {
  /** Both do something that cannot be sent; then the first one sends, and then the other. */
  async function both(first: () => Promise<void>, second: () => Promise<void>): Promise<void> {
    emulator.faults.set({ status: { status: 503, times: null } });
    await first();
    await second();
    for (const person of [atHome, atWork]) await person.readsStatus(/^Microsoft 365 does not answer/);
    expect(changesOf(emulator).filter(({ status }) => status !== 503)).toEqual([]);
    // Neither tries by itself before it is its turn.
    for (const browser of [here, there]) await keepGateClosed(browser, 5 * 60_000);
    emulator.faults.reset();
    await atHome.press('Try again');
    await saved(atHome);
    await atWork.press('Try again');
  }

  it('is merged where it is not the same', async () => {
    await both(
      () => atHome.choose('Japanese', 'nativeOrBilingual'),
      async () => {
        await atWork.press('Details of Japanese');
        await atWork.row('Japanese').getByLabel('Who can see Japanese').selectOption('me');
      },
    );
    await saved(atWork);
    expect(onProfile(emulator, 'Japanese')).toMatchObject([
      { spoken: 'nativeOrBilingual', allowedAudiences: 'me' },
    ]);
  });

  it.each([
    ['Keep mine', 'elementary'],
    ['Use theirs', 'nativeOrBilingual'],
  ])('asks in the second one where it is the same: %s', async (answer, level) => {
    await both(
      () => atHome.choose('Japanese', 'nativeOrBilingual'),
      () => atWork.choose('Japanese', 'elementary'),
    );
    await atWork.reads('Changed elsewhere to Native or bilingual. Yours: Elementary.');
    await atWork
      .row('Japanese')
      .getByText(/^There: .+ Here: /)
      .waitFor();
    await atWork.press(answer);
    await saved(atWork);
    expect(spokenOf('Japanese')()).toBe(level);
  });

  it.each([
    ['Add it again', ['elementary']],
    ['Let it go', []],
  ])('asks where the first has removed what the second has changed: %s', async (answer, levels) => {
    await both(
      () => removeAt(atHome, 'Japanese'),
      () => atWork.choose('Japanese', 'elementary'),
    );
    await atWork.reads('Removed elsewhere after you saw it.');
    await atWork.press(answer);
    await saved(atWork);
    expect(onProfile(emulator, 'Japanese').map(({ spoken }) => spoken)).toEqual(levels);
  });

  it.each([
    ['Remove it', []],
    ['Keep it', ['elementary']],
  ])('asks where the first has changed what the second has removed: %s', async (answer, levels) => {
    await both(
      () => atHome.choose('Japanese', 'elementary'),
      () => removeAt(atWork, 'Japanese'),
    );
    await atWork.reads('Changed elsewhere to Elementary. You removed it.');
    await atWork.press(answer);
    await saved(atWork);
    expect(onProfile(emulator, 'Japanese').map(({ spoken }) => spoken)).toEqual(levels);
  });

  it('is done where both have removed it', async () => {
    await both(
      () => removeAt(atHome, 'Japanese'),
      () => removeAt(atWork, 'Japanese'),
    );
    await saved(atWork);
    expect(onProfile(emulator, 'Japanese')).toEqual([]);
    expect(await atWork.row('Japanese').count()).toBe(0);
  });

  it('is one language where both add it', async () => {
    await both(
      () => atHome.press('Add Catalan'),
      () => atWork.press('Add Catalan'),
    );
    await saved(atWork);
    expect(onProfile(emulator, 'Catalan')).toHaveLength(1);
    expect(await atWork.row('Catalan').count()).toBe(1);
  });

  it.each([
    ['Keep mine', 'nativeOrBilingual'],
    ['Use theirs', 'elementary'],
  ])('is one language where both add it with other levels, and asks: %s', async (answer, level) => {
    await both(
      () => addAt(atHome, 'Catalan', 'elementary'),
      () => addAt(atWork, 'Catalan', 'nativeOrBilingual'),
    );
    await atWork.reads('Changed elsewhere to Elementary. Yours: Native or bilingual.');
    await atWork.press(answer);
    await saved(atWork);
    expect(onProfile(emulator, 'Catalan')).toMatchObject([{ spoken: level }]);
  });
});

describe('Firefox', () => {
  let firefox: Firefox;

  beforeAll(async () => {
    firefox = await launchFirefox({ extensionDir: extensionDirs.firefox, languages: ['en-GB'] });
  });

  afterAll(async () => {
    await firefox.close();
  });

  it('rings for Chromium, and hears it', async () => {
    const popup = await firefox.openPopupPage();
    await signInToFirefox(firefox, popup, ADA);
    await firefox.waitForElement({ role: 'listitem', name: 'Japanese' });
    const before = await ringOf(here);
    await atHome.choose('Japanese', 'nativeOrBilingual');
    await atHome.readsStatus('Saved to Microsoft 365');
    // A browser rings at most every ten seconds, and what came before may have made it ring.
    await expect.poll(() => ringOf(here), { timeout: 12_000 }).not.toBe(before);
    await carry(here, firefox);
    const level = () =>
      firefox.evaluate(
        () => document.querySelector<HTMLSelectElement>('[aria-label="Level of Japanese"]')?.value,
      );
    await expect.poll(level, SOON).toBe('nativeOrBilingual');
    await firefox.click('select[aria-label="Level of Japanese"] option[value="elementary"]');
    await expect.poll(spokenOf('Japanese')).toBe('elementary');
    await expect.poll(() => ringOf(firefox)).not.toBe(await ringOf(here));
    await carry(firefox, here);
    await expect.poll(levelOf(atHome, 'Japanese'), SOON).toBe('elementary');
  });
});
