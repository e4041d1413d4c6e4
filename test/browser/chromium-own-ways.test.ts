import { beforeEach, describe, expect, it } from 'vitest';
import { changesOf, waitForChanges } from './support/changes';
import { useStage } from './support/stage';

const stage = useStage();

const rows = () =>
  stage.popup
    .getByRole('list', { name: 'Your languages' })
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));

async function chooseOrder(name: string): Promise<void> {
  await stage.person.press('Account and settings');
  await stage.popup.getByRole('radio', { name }).check();
  await stage.popup.keyboard.press('Escape');
}

beforeEach(() => stage.beginSignedIn());

describe('a language that Microsoft guesses', () => {
  it('is confirmed on Microsoft 365 by one PATCH, and listed from then on', async () => {
    const { popup, person, emulator } = stage;
    await popup.getByText('Microsoft suggests Danish').waitFor();
    expect(await person.row('Danish').count()).toBe(0);
    await person.press('Confirm Danish');
    const [change] = await waitForChanges(emulator, 1);
    expect(change).toMatchObject({
      method: 'PATCH',
      status: 200,
      requestBody: { inference: { userHasVerifiedAccuracy: true } },
    });
    await person.readsStatus('Saved to Microsoft 365');
    await person.press('Details of Danish');
    await person.reads('Suggested by Microsoft, confirmed by you');
  });

  it('stays away once it is dismissed, and Microsoft 365 hears nothing of that', async () => {
    await stage.person.press('Dismiss Danish');
    await stage.popup.getByText('Microsoft suggests Danish').waitFor({ state: 'detached' });
    await stage.openPopup();
    await stage.person.row('German').waitFor();
    expect(await stage.popup.getByText('Microsoft suggests').count()).toBe(0);
    expect(changesOf(stage.emulator)).toEqual([]);
  });
});

it('puts right what is odd about the list by one request', async () => {
  const { person, emulator } = stage;
  await person.press('Details of Norwegian');
  await person.reads('Nearly the same is on your profile: Norwegian Bokmål, Native or bilingual.');
  await person.press('Remove this one');
  expect(await waitForChanges(emulator, 1)).toMatchObject([{ method: 'DELETE' }]);
});

describe('the order of the list', () => {
  it('is put by dragging and by keys, and is there in the next popup', async () => {
    const { popup } = stage;
    await chooseOrder('By hand');
    const before = await rows();
    const handle = popup.getByRole('button', { name: 'Move Japanese' });
    const [from, to] = [await handle.boundingBox(), await stage.person.row('German').boundingBox()];
    if (!from || !to) throw new Error('There is nothing to drag');
    await popup.mouse.move(from.x + 8, from.y + 8);
    await popup.mouse.down();
    await popup.mouse.move(from.x + 8, to.y + to.height / 2, { steps: 12 });
    await popup.mouse.up();
    await expect.poll(async () => (await rows()).indexOf('Japanese')).toBe(before.indexOf('German'));
    const welsh = popup.getByRole('button', { name: 'Move Welsh' });
    await welsh.focus();
    await welsh.press('End');
    await expect.poll(async () => (await rows()).at(-1)).toBe('Welsh');
    expect(await welsh.evaluate((it) => it === document.activeElement)).toBe(true);
    const arranged = await rows();
    await stage.openPopup();
    await stage.person.row('German').waitFor();
    expect(await rows()).toEqual(arranged);
    expect(changesOf(stage.emulator)).toEqual([]);
  });

  it('comes from another browser of the same person, and says nothing of their languages', async () => {
    await chooseOrder('By name');
    await expect.poll(async () => (await rows())[0]).toBe('English');
    const readShared = () => stage.chromium.readStorage('sync');
    // The test before may have shared something less than ten seconds ago.
    const text = async () => JSON.stringify(await readShared());
    await expect.poll(text, { timeout: 15_000 }).toContain('name');
    const shared = await readShared();
    expect(JSON.stringify(shared)).not.toMatch(/German|de-DE|Ada|contoso/i);
    const [[key, value] = []] = Object.entries(shared);
    const theirs = String(value)
      .replace('"name"', '"level"')
      .replace(/"placedAtMs":\d+/, `"placedAtMs":${Date.now() + 1}`);
    await stage.popup.evaluate(
      ([name, text]) => chrome.storage.sync.set({ [name ?? '']: text }),
      [key, theirs],
    );
    await expect.poll(async () => (await rows())[0]).toBe('Norwegian Bokmål');
  });
});

it('opens as a tab, which stays open', async () => {
  const opening = stage.chromium.context.waitForEvent('page');
  await stage.person.press('Account and settings');
  await stage.person.press('Open in a tab');
  const tab = await opening;
  await tab.getByRole('list', { name: 'Your languages' }).waitFor();
  await tab.close();
});
