import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../emulator/emulator';
import { type Chromium, launchChromium } from './support/chromium';
import { openSignedIn } from './support/signed-in';

let emulator: Emulator;
let chromium: Chromium;

beforeAll(async () => {
  emulator = await startEmulator();
  chromium = await launchChromium({ extensionDir: 'dist/local/chromium' });
});

afterAll(async () => {
  await chromium.close();
  await emulator.close();
});

/** What was on the screen when the popup first asked the worker for something. */
interface Asked {
  readonly rows: number;
  readonly paints: number;
}

it('paints the cached list before it asks anything of the worker or the network', async () => {
  await (await openSignedIn(chromium)).close();
  await chromium.stopWorker();
  const before = emulator.log.length;
  await chromium.context.addInitScript(() => {
    const { runtime } = chrome;
    const send = runtime.sendMessage.bind(runtime);
    runtime.sendMessage = (message: unknown) => {
      document.documentElement.dataset['asked'] ??= JSON.stringify({
        rows: document.querySelectorAll('li').length,
        paints: performance.getEntriesByType('paint').length,
      });
      return send(message);
    };
  });
  const popup = await chromium.openPopupPage();
  const asked = await popup.locator('html[data-asked]').getAttribute('data-asked');
  const { rows, paints } = JSON.parse(asked ?? '') as Asked;
  expect(rows).toBe(emulator.profileOf(emulator.people.ada).length);
  expect(paints).toBeGreaterThan(0);
  const requests = await popup.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(requests.filter((name) => !name.startsWith('chrome-extension://'))).toEqual([]);
  await popup.getByRole('status').getByText('Saved to Microsoft 365').waitFor();
  expect(emulator.log.length).toBeGreaterThan(before);
});

it('shows the cached list and its age with the worker stopped and no network at all', async () => {
  emulator.faults.set({ offline: { times: null }, loginOffline: { times: null } });
  const popup = await chromium.openPopupPage();
  await popup.getByRole('listitem', { name: 'German' }).waitFor();
  await popup
    .getByRole('status')
    .getByText(/Offline\. Last read at/)
    .waitFor();
  emulator.faults.reset();
  await popup.getByRole('button', { name: 'Try again' }).click();
  await popup.getByRole('status').getByText('Saved to Microsoft 365').waitFor();
});
