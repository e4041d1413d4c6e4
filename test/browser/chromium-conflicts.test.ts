import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { changesOf, executedOf } from './support/changes';
import { deeds, onProfile } from './support/deeds';
import { personAt } from './support/person';
import { useStage } from './support/stage';

const stage = useStage();

beforeEach(() => stage.beginSignedIn());

const idOf = (name: string) => onProfile(stage.emulator, name)[0]?.id ?? '';
const saved = () => stage.person.readsStatus('Saved to Microsoft 365');

describe('a language that was changed elsewhere between the look and the click', () => {
  const asks = 'Changed elsewhere to Full professional. Yours: Limited working.';

  beforeEach(() => {
    const { ada } = stage.emulator.people;
    const level = 'fullProfessional';
    const all = { proficiency: level, spoken: level, written: level, reading: level } as const;
    stage.emulator.changeElsewhere.edit(ada, idOf('Japanese'), all);
    stage.emulator.changeElsewhere.edit(ada, idOf('Welsh'), all);
  });

  it('asks in its row, and keeps what the person has chosen', async () => {
    await deeds.change.act(stage.person);
    await stage.person.row('Japanese').getByText(asks, { exact: true }).waitFor();
    await stage.person.readsStatus('1 edit needs you');
    expect(changesOf(stage.emulator)).toEqual([]);
    await stage.person.press('Keep mine');
    await saved();
    expect(deeds.change.isDone(stage.emulator)).toBe(true);
    expect(executedOf(stage.emulator)).toEqual(['PATCH']);
  });

  it('asks in its row, and takes what the profile has', async () => {
    await deeds.change.act(stage.person);
    await stage.person.row('Japanese').getByText(asks, { exact: true }).waitFor();
    await stage.person.press('Use theirs');
    await saved();
    expect(await stage.person.level('Japanese').inputValue()).toBe('fullProfessional');
    expect(onProfile(stage.emulator, 'Japanese')).toMatchObject([{ spoken: 'fullProfessional' }]);
    expect(changesOf(stage.emulator)).toEqual([]);
  });

  it.each([
    ['Remove it', ['DELETE'], 0],
    ['Keep it', [], 1],
  ] as const)('asks before it is removed: %s', async (answer, sent, left) => {
    await deeds.remove.act(stage.person);
    await stage.person
      .row('Welsh')
      .getByText('Changed elsewhere to Full professional. You removed it.', { exact: true })
      .waitFor();
    await stage.person.press(answer);
    await saved();
    expect(executedOf(stage.emulator)).toEqual(sent);
    expect(onProfile(stage.emulator, 'Welsh')).toHaveLength(left);
    expect(await stage.person.row('Welsh').count()).toBe(left);
  });

  it('takes a change of something else without asking', async () => {
    await stage.person.press('Details of Japanese');
    await stage.popup.getByRole('combobox', { name: 'Who can see Japanese' }).selectOption('me');
    await expect.poll(() => onProfile(stage.emulator, 'Japanese')[0]?.allowedAudiences).toBe('me');
    await saved();
    expect(onProfile(stage.emulator, 'Japanese')).toMatchObject([{ spoken: 'fullProfessional' }]);
    expect(await stage.person.level('Japanese').inputValue()).toBe('fullProfessional');
  });
});

describe('a language that was removed elsewhere between the look and the click', () => {
  it.each([
    ['Add it again', ['POST'], 1],
    ['Let it go', [], 0],
  ] as const)('asks in its row: %s', async (answer, sent, left) => {
    stage.emulator.changeElsewhere.remove(stage.emulator.people.ada, idOf('Japanese'));
    await deeds.change.act(stage.person);
    await stage.person
      .row('Japanese')
      .getByText('Removed elsewhere after you saw it.', { exact: true })
      .waitFor();
    await stage.person.readsStatus('1 edit needs you');
    await stage.person.press(answer);
    await saved();
    expect(executedOf(stage.emulator)).toEqual(sent);
    expect(onProfile(stage.emulator, 'Japanese')).toHaveLength(left);
    expect(await stage.person.row('Japanese').count()).toBe(left);
    if (left > 0) expect(deeds.change.isDone(stage.emulator)).toBe(true);
  });

  it('is removed without asking', async () => {
    stage.emulator.changeElsewhere.remove(stage.emulator.people.ada, idOf('Welsh'));
    await deeds.remove.act(stage.person);
    await expect.poll(() => stage.person.row('Welsh').count()).toBe(0);
    await saved();
    expect(changesOf(stage.emulator)).toEqual([]);
  });

  it('stays away where it went while its removal was on its way', async () => {
    stage.emulator.faults.set({ latency: { method: 'DELETE', latencyMs: 700 } });
    const id = idOf('Welsh');
    await deeds.remove.act(stage.person);
    await expect.poll(() => changesOf(stage.emulator).length).toBe(1);
    stage.emulator.changeElsewhere.remove(stage.emulator.people.ada, id);
    await saved();
    expect(changesOf(stage.emulator)).toMatchObject([{ method: 'DELETE', status: 404 }]);
    expect(await stage.person.row('Welsh').count()).toBe(0);
  });

  it('says so where it went while its change was on its way', async () => {
    stage.emulator.faults.set({ latency: { method: 'PATCH', latencyMs: 700 } });
    const id = idOf('Japanese');
    await deeds.change.act(stage.person);
    await expect.poll(() => changesOf(stage.emulator).length).toBe(1);
    stage.emulator.changeElsewhere.remove(stage.emulator.people.ada, id);
    await stage.person.reads('Removed elsewhere after you saw it.');
    await stage.person.press('Add it again');
    await saved();
    expect(deeds.change.isDone(stage.emulator)).toBe(true);
  });
});

describe('a language that was added elsewhere between the look and the click', () => {
  it('is not added twice', async () => {
    stage.emulator.changeElsewhere.add(stage.emulator.people.ada, { displayName: 'Catalan', tag: 'ca-ES' });
    await deeds.add.act(stage.person);
    await expect.poll(() => executedOf(stage.emulator)).toEqual(['PATCH']);
    await saved();
    expect(onProfile(stage.emulator, 'Catalan')).toMatchObject([{ spoken: 'elementary' }]);
    expect(await stage.person.row('Catalan').count()).toBe(1);
  });
});

describe('two popups at once', () => {
  it('show the same, whichever of them the person uses', async () => {
    const other = await stage.chromium.openPopupPage();
    const there = personAt(other);
    await deeds.change.act(stage.person);
    await expect.poll(() => there.level('Japanese').inputValue()).toBe('limitedWorking');
    await deeds.add.act(there);
    await stage.person.row('Catalan').waitFor();
    await there.choose('German', 'elementary');
    await stage.person.choose('German', 'conversational');
    await expect.poll(() => onProfile(stage.emulator, 'German')[0]?.proficiency).toBe('conversational');
    await saved();
    await there.readsStatus('Saved to Microsoft 365');
    const texts = async (page: Page) => page.getByRole('listitem').allInnerTexts();
    expect(await texts(other)).toEqual(await texts(stage.popup));
    expect(onProfile(stage.emulator, 'Catalan')).toHaveLength(1);
  });
});
