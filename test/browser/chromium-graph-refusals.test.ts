import { beforeEach, describe, expect, it } from 'vitest';
import { changesOf, executedOf } from './support/changes';
import { type DeedName, deeds, onProfile } from './support/deeds';
import { useStage } from './support/stage';

const stage = useStage();

beforeEach(() => stage.beginSignedIn());

const saved = () => stage.person.readsStatus('Saved to Microsoft 365');

const REFUSED = 'Microsoft 365 did not accept this. Your edit is kept here.';
const FORBIDDEN = 'Microsoft 365 does not let you change this. Your edit is kept here.';
const CLASH = 'Microsoft 365 has something else in its place. Your edit is kept here.';
const UNSUPPORTED =
  'Microsoft 365 does not offer this to your account at the moment. Your edit is kept here.';

describe('an edit that Graph refuses', () => {
  const refusals: [name: DeedName, status: number, words: string][] = [
    ['add', 400, REFUSED],
    ['add', 404, UNSUPPORTED],
    ['add', 409, CLASH],
    ['change', 400, REFUSED],
    ['change', 403, FORBIDDEN],
    ['remove', 400, 'Microsoft 365 did not remove this.'],
  ];
  it.each(refusals)('%s, %i: is kept in its row with the reason, and goes when told to', async (...row) => {
    const [name, status, words] = row;
    const { emulator, person } = stage;
    const { method, language, act, isDone } = deeds[name];
    emulator.faults.set({ status: { status, method, times: null } });
    await act(person);
    await person.row(language).getByText(words, { exact: true }).waitFor();
    await person.readsStatus('1 edit needs you');
    expect(executedOf(emulator)).toEqual([]);
    emulator.faults.reset();
    await person.press('Try again');
    await saved();
    expect(executedOf(emulator)).toEqual([method]);
    expect(isDone(emulator)).toBe(true);
    expect(await person.row(language).count()).toBe(name === 'remove' ? 0 : 1);
  });

  it('is given up by Discard, and was never carried out', async () => {
    const { emulator, person, popup } = stage;
    emulator.faults.set({ status: { status: 403, method: 'PATCH', times: null } });
    await deeds.change.act(person);
    await person.press('Discard');
    await saved();
    emulator.faults.reset();
    await popup.reload();
    await saved();
    expect(await person.level('Japanese').inputValue()).toBe('conversational');
    expect(executedOf(emulator)).toEqual([]);
  });

  it('goes through without the general level where the service does not take one', async () => {
    const { emulator, person } = stage;
    emulator.faults.set({ refuseProficiency: { times: null } });
    await deeds.add.act(person);
    await saved();
    expect(onProfile(emulator, 'Catalan')).toMatchObject([{ proficiency: null, spoken: 'elementary' }]);
    await person.choose('Catalan', 'conversational');
    await expect.poll(() => onProfile(emulator, 'Catalan')[0]?.spoken).toBe('conversational');
    await saved();
    expect(await person.level('Catalan').inputValue()).toBe('conversational');
    // What was learned from the first refusal is not asked again.
    expect(changesOf(emulator).map(({ status }) => status)).toEqual([400, 201, 200]);
  });
});

it('keeps the list that was read before where Graph no longer lets it be read, and reads it when told to', async () => {
  const { emulator, person, popup } = stage;
  const before = await popup.getByRole('listitem').allInnerTexts();
  const unreadable: [status: number, words: string][] = [
    [403, 'Your account may not use this part of Microsoft 365. Ask your administrator.'],
    [404, 'Microsoft 365 does not offer languages to your account.'],
  ];
  for (const [status, words] of unreadable) {
    emulator.faults.set({ status: { status, method: 'GET', times: null } });
    await person.refresh();
    await person.readsStatus(words);
    expect(await popup.getByRole('listitem').allInnerTexts()).toEqual(before);
    emulator.faults.reset();
    await person.press('Try again');
    await saved();
  }
});

describe('a token that Graph does not accept', () => {
  it('is renewed without a word, and every kind of edit arrives once', async () => {
    const { emulator, person } = stage;
    for (const { method, act, isDone } of Object.values(deeds)) {
      emulator.faults.set({ expiredToken: { method } });
      await act(person);
      await expect.poll(() => isDone(emulator)).toBe(true);
      await saved();
    }
    expect(executedOf(emulator)).toEqual(['POST', 'PATCH', 'DELETE']);
    expect(changesOf(emulator)).toHaveLength(6);
  });

  it.each(['add', 'remove'] as const)('for ever: %s waits for a sign-in, which sends it', async (name) => {
    stage.emulator.faults.set({ expiredToken: { times: null } });
    await deeds[name].act(stage.person);
    await signsInToSend(name);
  });

  it.each(['add', 'change'] as const)(
    'refused to a request on its way, without another to be had: %s waits for a sign-in, which sends it',
    async (name) => {
      stage.emulator.faults.set({
        expiredToken: { method: deeds[name].method, times: null },
        rejectRefreshTokens: { times: null },
        authorizeError: { error: 'login_required', errorDescription: 'AADSTS50058: None.', times: null },
      });
      await deeds[name].act(stage.person);
      await signsInToSend(name);
    },
  );

  async function signsInToSend(name: DeedName): Promise<void> {
    const { emulator, person, chromium } = stage;
    await person.readsStatus('Sign in to send 1 edit');
    expect(executedOf(emulator)).toEqual([]);
    emulator.faults.reset();
    const opening = chromium.nextWindow();
    await person.press('Sign in');
    await (await opening).getByRole('button', { name: /Ada Lindqvist/ }).click();
    // A request that was answered with 401 was not carried out: there is nothing to wait for.
    await expect.poll(() => deeds[name].isDone(emulator), { timeout: 5_000 }).toBe(true);
    await saved();
    expect(executedOf(emulator)).toEqual([deeds[name].method]);
  }
});
