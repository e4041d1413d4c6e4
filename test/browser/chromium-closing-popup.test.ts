import { expect, it } from 'vitest';
import { waitForChanges } from './support/changes';
import { useStage } from './support/stage';

const TIMES = 50;

const stage = useStage();

it(`sends ${TIMES} of ${TIMES} edits of a popup that closes in the tick of the edit, with the worker stopped`, async () => {
  await stage.beginSignedIn();
  const { chromium, emulator } = stage;
  await stage.popup.close();
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
