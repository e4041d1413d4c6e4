import { expect, it } from 'vitest';
import { listedOf } from './support/listed';
import { personAt } from './support/person';
import { useStage } from './support/stage';

const stage = useStage();

/** What was on the screen when the popup first asked the worker for something. */
interface Asked {
  readonly rows: number;
  readonly paints: number;
}

it('paints the cached list before it asks anything of the worker or the network', async () => {
  await stage.beginSignedIn();
  const { chromium, emulator } = stage;
  await stage.popup.close();
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
  expect(rows).toBe(listedOf(emulator).length);
  expect(paints).toBeGreaterThan(0);
  const requests = await popup.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(requests.filter((name) => !name.startsWith('chrome-extension://'))).toEqual([]);
  await expect.poll(() => emulator.log.length, { timeout: 10_000 }).toBeGreaterThan(before);
});

it('shows the cached list and its age with the worker stopped and no network at all', async () => {
  const { chromium, emulator } = stage;
  emulator.faults.set({ offline: { times: null }, loginOffline: { times: null } });
  const popup = await chromium.openPopupPage();
  await popup.getByRole('listitem', { name: 'German' }).waitFor();
  await personAt(popup).refresh();
  await popup
    .getByRole('status')
    .getByText(/Offline\. Last read at/)
    .waitFor();
  // Pressed while there is none, because it goes on by itself as soon as there is.
  await popup.getByRole('button', { name: 'Try again' }).click();
  emulator.faults.reset();
  await popup.getByRole('status').getByText('Saved to Microsoft 365').waitFor();
});
