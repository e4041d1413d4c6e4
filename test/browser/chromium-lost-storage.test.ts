import { beforeEach, expect, it } from 'vitest';
import { changesOf } from './support/changes';
import { deeds } from './support/deeds';
import { useStage } from './support/stage';

const stage = useStage();

beforeEach(async () => {
  await stage.beginSignedIn();
  const { emulator, person, chromium } = stage;
  emulator.faults.set({ offline: { times: null } });
  await deeds.change.act(person);
  await person.readsStatus('Offline: 1 edit waiting');
  await stage.popup.close();
  await chromium.stopWorker();
});

/** Keys and texts of the edits that wait. */
async function waiting(): Promise<[string, unknown][]> {
  const all = await stage.chromium.readStorage('local');
  return Object.entries(all).filter(([key]) => key.includes('/edit/'));
}

it('sends an edit of which the storage kept only a part, from the copy of it', async () => {
  const { emulator, chromium } = stage;
  const [[key, text] = ['', '']] = await waiting();
  await chromium.writeStorage('local', { [key]: String(text).slice(0, 40) });
  emulator.faults.reset();
  await stage.openPopup();
  await stage.person.readsStatus('Saved to Microsoft 365');
  expect(deeds.change.isDone(emulator)).toBe(true);
  expect(changesOf(emulator)).toHaveLength(1);
});

it('sends an edit that the storage lost altogether, from the copy of it', async () => {
  const { emulator, chromium } = stage;
  const keys = (await waiting()).map(([key]) => key);
  await stage.openPopup();
  await chromium.stopWorker();
  await stage.popup.evaluate((lost) => chrome.storage.local.remove(lost), keys);
  await chromium.stopWorker();
  emulator.faults.reset();
  await stage.openPopup();
  await stage.person.readsStatus('Saved to Microsoft 365');
  expect(deeds.change.isDone(emulator)).toBe(true);
  expect(changesOf(emulator)).toHaveLength(1);
});

it('tells of an edit that can be read nowhere, and forgets it when told to', async () => {
  const { emulator, chromium } = stage;
  const [[key] = ['']] = await waiting();
  const damaged = { [key.replace(/[^/]+$/, 'another')]: '{"version":2,"val' };
  await chromium.writeStorage('local', damaged);
  emulator.faults.reset();
  await stage.openPopup();
  await stage.person.reads('1 change here could not be read, so it was not sent.');
  await stage.person.press('Discard');
  await stage.person.readsStatus('Saved to Microsoft 365');
  expect(await waiting()).toEqual([]);
  expect(changesOf(emulator)).toHaveLength(1);
});
