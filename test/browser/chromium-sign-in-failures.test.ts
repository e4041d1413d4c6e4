import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FaultSettings } from '../emulator/faults';
import { changesOf } from './support/changes';
import { deeds } from './support/deeds';
import { signInAs } from './support/signed-in';
import { useStage } from './support/stage';

const stage = useStage();

const DECLINED =
  'You did not allow access, so nothing was read. Profile Languages asks only for your own profile.';

/** Presses "Sign in" and gives the window that opens. */
async function openWindow(): Promise<Page> {
  const opening = stage.chromium.nextWindow();
  await stage.person.press('Sign in');
  return opening;
}

/** What was copied last. */
async function copied(): Promise<string> {
  await stage.chromium.context.grantPermissions(['clipboard-read']);
  return stage.popup.evaluate(() => navigator.clipboard.readText());
}

/** The way forward after every failure: the same button, once what was wrong is over. */
async function signsInAfterAll(): Promise<void> {
  stage.emulator.faults.reset();
  await signInAs(stage.chromium, stage.popup, /Ada Lindqvist/);
  await stage.person.row('Japanese').waitFor();
  expect(changesOf(stage.emulator)).toEqual([]);
}

describe('a sign-in that does not work', () => {
  beforeEach(() => stage.beginSignedOut());

  it('says that a closed window cancelled it', async () => {
    const window = await openWindow();
    await stage.person.reads('Finish signing in in the window that opened.');
    await window.close();
    await stage.person.reads('Sign-in was cancelled.');
    await signsInAfterAll();
  });

  it('says that Cancel on the page is no permission', async () => {
    const window = await openWindow();
    await window.getByRole('button', { name: 'Cancel' }).click();
    await stage.person.reads(DECLINED);
    await stage.person.reads('AADSTS65004');
    await signsInAfterAll();
  });

  it('says the same of permissions that are refused, and has read nothing', async () => {
    stage.emulator.faults.set({ askConsent: {} });
    const window = await openWindow();
    await window.getByRole('button', { name: /Ada Lindqvist/ }).click();
    await window.getByRole('heading', { name: 'Permissions requested' }).waitFor();
    await window.getByRole('button', { name: 'Cancel' }).click();
    await stage.person.reads(DECLINED);
    expect(stage.emulator.log.filter(({ server }) => server === 'graph')).toEqual([]);
    await signsInAfterAll();
  });

  const refusals: [
    what: string,
    faults: FaultSettings,
    words: string,
    leadsToSettings: boolean,
    signIn?: string,
  ][] = [
    [
      'a sign-in server that answers 502 with a web page',
      { tokenHtml: {} },
      'The sign-in page could not be loaded, or Microsoft cannot answer now. If it stays like this, check the settings.',
      true,
    ],
    [
      'a rule of the organisation that blocks the sign-in',
      { tokenError: { error: 'invalid_grant', errorDescription: 'AADSTS53003: Access has been blocked.' } },
      'Your organisation’s policy blocks this sign-in. Ask your administrator.',
      false,
      'Use another account',
    ],
  ];
  it.each(refusals)('has words for %s', async (_, faults, words, leadsToSettings, signIn = 'Sign in') => {
    const window = await openWindow();
    stage.emulator.faults.set(faults);
    await window.getByRole('button', { name: /Ada Lindqvist/ }).click();
    await stage.person.reads(words);
    const settings = stage.popup.getByRole('button', { name: 'Open settings' });
    expect(await settings.isVisible()).toBe(leadsToSettings);
    await stage.popup.getByRole('button', { name: signIn, exact: true }).waitFor();
    await signsInAfterAll();
  });

  it('says that an administrator has to approve', async () => {
    const error = 'consent_required';
    const errorDescription = 'AADSTS90094: An administrator must consent.';
    stage.emulator.faults.set({ authorizeError: { error, errorDescription } });
    await stage.person.press('Sign in');
    await stage.person.reads('Your organisation must approve this app first. Ask your administrator.');
    await stage.person.reads('AADSTS90094');
    await stage.person.press('Copy link for your administrator');
    await stage.person.reads('Copied');
    expect(await copied()).toBe(
      `${stage.emulator.loginOrigin}/00000000-0000-4000-8000-0000000000aa/adminconsent` +
        '?client_id=00000000-0000-4000-8000-000000000001',
    );
    await stage.person.press('Copy details');
    expect(await copied()).toMatch(/^sign-in: needs-approval\nserviceCode: AADSTS90094\ntime: 2\d{3}-/);
    await signsInAfterAll();
  });

  it('says that the clock of the device is wrong', async () => {
    const worker = await stage.chromium.runningWorker();
    await worker.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 3 * 60 * 60_000;
    });
    const window = await openWindow();
    await window.getByRole('button', { name: /Ada Lindqvist/ }).click();
    await stage.person.reads('The clock of this device seems to be wrong. Set it, then sign in again.');
    await stage.chromium.stopWorker();
    await signsInAfterAll();
  });

  it('says that there is no network', async () => {
    stage.emulator.faults.set({ loginOffline: { times: null } });
    await stage.person.press('Sign in');
    await stage.person.reads('You are offline. Connect and try again.');
    await signsInAfterAll();
  });
});

describe('signing in again to send an edit', () => {
  beforeEach(async () => {
    await stage.beginSignedIn();
    stage.emulator.faults.set({ expiredToken: { times: null } });
    await deeds.change.act(stage.person);
    await stage.person.readsStatus('Sign in to send 1 edit');
  });

  it('says why it did not work, keeps the edit, and sends it the next time', async () => {
    const window = await openWindow();
    await window.close();
    await stage.person.reads('Sign-in was cancelled.');
    stage.emulator.faults.reset();
    await signInAs(stage.chromium, stage.popup, /Ada Lindqvist/);
    await expect.poll(() => deeds.change.isDone(stage.emulator), { timeout: 10_000 }).toBe(true);
    await stage.person.readsStatus('Saved to Microsoft 365');
  });

  it('sends nothing to another person who signs in instead, and keeps the edit for its owner', async () => {
    const { emulator, person } = stage;
    const bens = emulator.profileOf(emulator.people.ben);
    emulator.faults.reset();
    await signInAs(stage.chromium, stage.popup, /Ben Okafor/);
    await person.row('Igbo').waitFor();
    await person.readsStatus('Saved to Microsoft 365');
    expect(changesOf(emulator)).toEqual([]);
    expect(emulator.profileOf(emulator.people.ben)).toEqual(bens);
    await person.press('Account and settings');
    await person.press('Sign out');
    await signInAs(stage.chromium, stage.popup, /Ada Lindqvist/);
    await expect.poll(() => deeds.change.isDone(emulator), { timeout: 10_000 }).toBe(true);
    expect(changesOf(emulator)).toHaveLength(1);
  });
});
