import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { changesOf, executedOf } from './support/changes';
import { deeds, onProfile } from './support/deeds';
import { useStage } from './support/stage';

const LONGEST = 10_000;
/** What `storage.local` may hold. */
const QUOTA_BYTES = 10_485_760;

const stage = useStage();

beforeEach(() => stage.beginSignedIn());

const saved = () => stage.person.readsStatus('Saved to Microsoft 365');

async function overflowPx(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const list = document.querySelector('ul[aria-label="Your languages"]');
    return Math.max(scrollWidth - clientWidth, (list?.scrollWidth ?? 0) - (list?.clientWidth ?? 0));
  });
}

describe('names that nobody expects', () => {
  const MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const names: [tag: string, displayName: string][] = [
    ['ast-ES', 'x'.repeat(LONGEST)],
    ['br-FR', 'long name '.repeat(LONGEST / 10)],
    ['co-FR', MARKUP],
    ['he-IL', '\u202Eעברית \u2067العربية'],
    ['ia-FR', '   '],
    ['kw-GB', 'one\n\n\ntwo\u0000\u0007three'],
    ['lb-LU', 'half \uD83D'],
  ];

  it('are text and no more, and their languages can be changed and removed', async () => {
    const { emulator, chromium, popup } = stage;
    const { ada } = emulator.people;
    const dialogs: string[] = [];
    popup.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
    });
    emulator.setProfile(ada, []);
    for (const [tag, displayName] of names) {
      emulator.changeElsewhere.add(ada, { displayName, tag, spoken: 'elementary' });
    }
    await stage.person.refresh();
    for (const [tag] of names) {
      const row = popup.getByRole('listitem').filter({ hasText: tag });
      await row.waitFor();
      expect((await row.boundingBox())?.height, tag).toBeLessThan(80);
      await row.getByRole('combobox', { name: /^Level of/ }).selectOption('conversational');
      await row.getByRole('button', { name: /^Details of/ }).click();
      await row.getByRole('group').waitFor();
      expect(await overflowPx(popup), tag).toBe(0);
    }
    await saved();
    const after = emulator.profileOf(ada);
    expect(after.map(({ spoken }) => spoken)).toEqual(names.map(() => 'conversational'));
    expect(after.map(({ tag, displayName }) => [tag, displayName])).toEqual(names);
    expect(await popup.locator('li img, li script').count()).toBe(0);
    const real = await chromium.openRealPopup();
    await real.getByRole('button', { name: /^Remove / }).waitFor();
    expect(await overflowPx(real)).toBe(0);
    await real.getByRole('button', { name: /^Remove / }).click();
    await expect.poll(() => emulator.profileOf(ada).length).toBe(names.length - 1);
    expect(dialogs).toEqual([]);
  });

  it('shows a search text of 10,000 characters with words, and finds again after it', async () => {
    const search = stage.popup.getByRole('combobox', { name: 'Add a language' });
    await search.fill('q'.repeat(LONGEST));
    await stage.person.reads('No language has a name that long. Type a part of it.');
    expect(await overflowPx(stage.popup)).toBe(0);
    await stage.person.refresh();
    await search.fill('<b>catal</b>');
    await stage.person.reads(
      'No language found for “<b>catal</b>”. Try its English name, its own name or its tag.',
    );
    await search.fill('catal');
    await stage.popup
      .getByRole('option', { name: /^Catalan/ })
      .first()
      .waitFor();
    await search.press('Enter');
    await saved();
    expect(onProfile(stage.emulator, 'Catalan')).toHaveLength(1);
  });
});

describe('answers in other forms', () => {
  it('reads a list in small pages whole, and in order', async () => {
    stage.emulator.faults.set({ pageSize: { pageSize: 2, times: null } });
    const before = await stage.popup.getByRole('listitem').allInnerTexts();
    await stage.person.refresh();
    await expect
      .poll(() => stage.emulator.log.filter(({ query }) => '$skiptoken' in query).length)
      .toBeGreaterThan(2);
    await saved();
    expect(await stage.popup.getByRole('listitem').allInnerTexts()).toEqual(before);
    await deeds.change.act(stage.person);
    await saved();
    await expect.poll(() => deeds.change.isDone(stage.emulator), { timeout: 10_000 }).toBe(true);
  });

  it('reads enums that come as numbers, and writes words', async () => {
    stage.emulator.faults.set({ numericEnums: { times: null } });
    const before = await stage.popup.getByRole('listitem').allInnerTexts();
    await stage.person.refresh();
    await expect
      .poll(() => stage.emulator.log.filter(({ path }) => path.endsWith('/languages')).length)
      .toBeGreaterThan(2);
    await saved();
    expect(await stage.popup.getByRole('listitem').allInnerTexts()).toEqual(before);
    await deeds.change.act(stage.person);
    await expect.poll(() => deeds.change.isDone(stage.emulator), { timeout: 10_000 }).toBe(true);
    await saved();
    expect(await stage.person.level('Japanese').inputValue()).toBe('limitedWorking');
    expect(changesOf(stage.emulator)).toMatchObject([{ requestBody: { spoken: 'limitedWorking' } }]);
  });

  it('lets a level that only a later version knows be changed, and writes none back', async () => {
    const { emulator, person } = stage;
    const { ada } = emulator.people;
    const id = onProfile(emulator, 'Japanese')[0]?.id ?? '';
    const later = 'unknownFutureValue';
    emulator.changeElsewhere.edit(ada, id, { proficiency: later, spoken: later });
    await stage.person.refresh();
    await expect.poll(() => person.level('Japanese').inputValue()).not.toBe('conversational');
    await person.choose('Japanese', 'limitedWorking');
    await expect.poll(() => deeds.change.isDone(emulator)).toBe(true);
    await saved();
    expect(JSON.stringify(changesOf(emulator))).not.toContain(later);
  });
});

describe('a device without room', () => {
  it('makes room for an edit by what can be read again, and sends it once there is room for that', async () => {
    const { chromium, emulator, person, popup } = stage;
    const used = JSON.stringify(await chromium.readStorage('local')).length;
    await chromium.writeStorage('local', { ballast: 'x'.repeat(QUOTA_BYTES - used - 300) });
    await deeds.change.act(person);
    await expect
      .poll(async () =>
        Object.keys(await chromium.readStorage('local')).filter((key) => key.includes('/edit/')),
      )
      .toHaveLength(1);
    expect(await popup.getByRole('alert').count()).toBe(0);
    await chromium.writeStorage('local', { ballast: '' });
    await stage.person.refresh();
    await expect.poll(() => deeds.change.isDone(emulator), { timeout: 10_000 }).toBe(true);
    await saved();
  });

  it('says that nothing was kept, sends nothing, and takes the same click once there is room', async () => {
    // What was written a moment ago cannot be read again for sure, so that it is not given up.
    await deeds.remove.act(stage.person);
    await expect.poll(() => deeds.remove.isDone(stage.emulator), { timeout: 10_000 }).toBe(true);
    await saved();
    const used = JSON.stringify(await stage.chromium.readStorage('local')).length;
    await stage.chromium.writeStorage('local', { ballast: 'x'.repeat(QUOTA_BYTES - used - 100) });
    await deeds.change.act(stage.person);
    await stage.popup
      .getByRole('alert')
      .getByText(
        'This device has no room to keep your change. Free some space, then try again; nothing was sent.',
        { exact: true },
      )
      .waitFor();
    expect(await stage.person.level('Japanese').inputValue()).toBe('conversational');
    expect(changesOf(stage.emulator)).toHaveLength(1);
    await stage.chromium.writeStorage('local', { ballast: '' });
    await deeds.change.act(stage.person);
    await expect.poll(() => deeds.change.isDone(stage.emulator), { timeout: 10_000 }).toBe(true);
    await saved();
    expect(await stage.popup.getByRole('alert').count()).toBe(0);
    expect(executedOf(stage.emulator)).toEqual(['DELETE', 'PATCH']);
  });
});
