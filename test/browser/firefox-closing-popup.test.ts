import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../emulator/emulator';
import { waitForChanges } from './support/changes';
import { type Firefox, launchFirefox } from './support/firefox';
import type { FirefoxPopup } from './support/firefox-popup';
import { extensionDirs, ports } from './support/lane';

const TIMES = 20;

let emulator: Emulator;
let firefox: Firefox;

const waitUntilSaved = (popup: FirefoxPopup) =>
  expect
    .poll(() => popup.evaluate(() => document.querySelector('output')?.textContent), { timeout: 10_000 })
    .toBe('Saved to Microsoft 365');

beforeAll(async () => {
  emulator = await startEmulator(ports);
  firefox = await launchFirefox({ extensionDir: extensionDirs.firefox });
});

afterAll(async () => {
  await firefox.close();
  await emulator.close();
});

it('signs in although the popup closes when the sign-in window opens', async () => {
  const popup = await firefox.openRealPopup();
  await expect
    .poll(() => popup.evaluate(() => document.querySelectorAll('button').length), { timeout: 10_000 })
    .toBeGreaterThan(0);
  const window = await firefox.windowOpenedBy(() =>
    popup.evaluateAndClose(() => {
      const buttons = [...document.querySelectorAll('button')];
      const signIn = buttons.find(({ textContent }) => textContent === 'Sign in');
      if (signIn === undefined) throw new Error('There is no way to sign in');
      signIn.click();
    }),
  );
  await firefox.click({ role: 'button', name: /Ada Lindqvist/ });
  await firefox.waitUntilClosed(window);
  const again = await firefox.openRealPopup();
  await waitUntilSaved(again);
  await again.evaluateAndClose(() => undefined);
});

it(`sends ${TIMES} of ${TIMES} edits of a popup that closes in the tick of the edit, with the event page stopped`, async () => {
  for (let round = 1; round <= TIMES; round += 1) {
    const popup = await firefox.openRealPopup();
    // The edit of the round before is confirmed and on the screen.
    await waitUntilSaved(popup);
    await firefox.stopBackground();
    await popup.evaluateAndClose(() => {
      const select = document.querySelector<HTMLSelectElement>('select[aria-label="Level of Japanese"]');
      if (select === null) throw new Error('There is no level to change');
      select.value = select.value === 'elementary' ? 'fullProfessional' : 'elementary';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const changes = await waitForChanges(emulator, round);
    expect(changes).toHaveLength(round);
    expect(changes.at(-1)).toMatchObject({ method: 'PATCH', status: 200 });
  }
}, 120_000);
