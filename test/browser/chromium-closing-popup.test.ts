import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../emulator/emulator';
import { waitForChanges } from './support/changes';
import { type Chromium, launchChromium } from './support/chromium';
import { openSignedIn } from './support/signed-in';

const TIMES = 50;

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

it(`sends ${TIMES} of ${TIMES} edits of a popup that closes in the tick of the edit, with the worker stopped`, async () => {
  await (await openSignedIn(chromium)).close();
  for (let round = 1; round <= TIMES; round += 1) {
    const popup = await chromium.openPopupPage();
    await popup.getByRole('listitem', { name: 'Japanese' }).waitFor();
    // Whatever the popup asks of the worker when it opens is over before the worker is stopped.
    await popup.getByRole('status').getByText('Saved to Microsoft 365').waitFor();
    await chromium.stopWorker();
    await chromium.evaluateAndClose(popup, () => {
      const select = document.querySelector<HTMLSelectElement>('select[aria-label="Level of Japanese"]');
      if (select === null) throw new Error('There is no level to change');
      select.value = select.value === 'elementary' ? 'fullProfessional' : 'elementary';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const changes = await waitForChanges(emulator, round);
    expect(changes).toHaveLength(round);
    expect(changes.at(-1)).toMatchObject({ method: 'PATCH', status: 200 });
  }
}, 240_000);
