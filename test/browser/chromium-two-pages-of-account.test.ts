import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { changesOf } from './support/changes';
import { deeds } from './support/deeds';
import { dumpOf } from './support/dump';
import { signInAs } from './support/signed-in';
import { useStage } from './support/stage';
import { editOffline, fromMenu, SIGNED_OUT } from './support/unsent';

/** The popup and the settings, both open, and what is said of one account in both. */

const stage = useStage();

const RUNNING = 'Finish signing in in the window that opened.';

async function openSettings(): Promise<Page> {
  const settings = await stage.chromium.context.newPage();
  await settings.goto(stage.chromium.popupUrl.replace('popup', 'options'));
  return settings;
}

const signOutIn = (settings: Page) => settings.getByRole('button', { name: 'Sign out', exact: true });

describe('a sign-out in the settings', () => {
  beforeEach(() => stage.beginSignedIn());

  it('is asked about by a double click, which answers nothing', async () => {
    await editOffline(stage);
    const settings = await openSettings();
    await settings.setViewportSize({ width: 1280, height: 720 });
    await settings.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    await signOutIn(settings).dblclick();
    await settings.getByRole('dialog', { name: 'Sign out before everything is sent?' }).waitFor();
    await settings.close();
    const kept = Object.keys(await stage.chromium.readStorage('local'));
    expect(kept.filter((key) => key.includes('/edit/'))).toHaveLength(1);
  });

  it('sends first where that is chosen', async () => {
    await editOffline(stage);
    const settings = await openSettings();
    await signOutIn(settings).click();
    stage.emulator.faults.reset();
    await settings.getByRole('button', { name: 'Send now' }).click();
    await settings.getByText('Nobody is signed in.').waitFor();
    expect(deeds.change.isDone(stage.emulator)).toBe(true);
    await settings.close();
  });

  it('is not asked about again when the same person has signed in anew', async () => {
    await editOffline(stage);
    const settings = await openSettings();
    await signOutIn(settings).click();
    await settings.getByRole('dialog').waitFor();
    await fromMenu(stage, 'Sign out');
    await stage.person.press('Keep for my next sign-in');
    await stage.person.reads(SIGNED_OUT);
    await expect.poll(() => settings.getByRole('dialog').count()).toBe(0);
    await signInAs(stage.chromium, stage.popup, /Ada Lindqvist/);
    await settings.getByText('Ada Lindqvist').waitFor();
    await signOutIn(settings).waitFor();
    expect(await settings.getByRole('dialog').count()).toBe(0);
    await settings.close();
  });

  it('leaves a window for another account as it is: who goes on there is signed in', async () => {
    const settings = await openSettings();
    const opening = stage.chromium.nextWindow();
    await fromMenu(stage, 'Use another account');
    const window = await opening;
    await window.getByRole('button', { name: /Ben Okafor/ }).waitFor();
    await signOutIn(settings).click();
    await settings.getByText('Nobody is signed in.').waitFor();
    await stage.popup.bringToFront();
    await stage.person.press('Sign in');
    await stage.person.reads(RUNNING);
    await window.getByRole('button', { name: /Ben Okafor/ }).click();
    await stage.person.row('Igbo').waitFor();
    await settings.close();
  });
});

describe('a sign-out that sends first', () => {
  beforeEach(() => stage.beginSignedIn());

  it('comes about although the popup was closed and the worker stopped in the middle', async () => {
    const { chromium, emulator, person } = stage;
    await editOffline(stage);
    emulator.faults.reset();
    const pause = emulator.hold('arrival', 'PATCH');
    await fromMenu(stage, 'Sign out');
    await person.press('Send now');
    await pause.reached;
    await stage.popup.close();
    await chromium.stopWorker();
    pause.release();
    await stage.openPopup();
    await stage.popup.getByText(SIGNED_OUT).waitFor({ timeout: 30_000 });
    expect(changesOf(emulator)).toHaveLength(1);
    expect(await dumpOf(chromium)).not.toMatch(/a\/[\w-]{22}\//);
  });

  it('says so to whoever opens the popup next where it did not come about', async () => {
    await editOffline(stage);
    await fromMenu(stage, 'Sign out');
    await stage.person.press('Send now');
    const said = stage.popup.getByText('Not everything could be sent').filter({ visible: true });
    await said.waitFor();
    // The question alone tells it for as long as it is open.
    expect(await said.evaluateAll((all) => all.map((each) => each.closest('dialog') !== null))).toEqual([
      true,
    ]);
    await stage.popup.close();
    await stage.openPopup();
    const note = stage.popup.getByRole('alert');
    await note.getByText('Not everything could be sent, so you are still signed in.').waitFor();
    await stage.popup.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => note.count()).toBe(0);
  });

  it('is told of in settings that were open all the while, too', async () => {
    await editOffline(stage);
    const settings = await openSettings();
    await stage.popup.bringToFront();
    await fromMenu(stage, 'Sign out');
    await stage.person.press('Send now');
    await stage.popup.getByRole('alert').getByText('Not everything could be sent').waitFor();
    await stage.popup.close();
    const note = settings.getByRole('alert');
    await note.getByText('Not everything could be sent, so you are still signed in.').waitFor();
    await settings.getByText('Offline: 1 edit waiting').waitFor();
    await settings.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => note.count()).toBe(0);
    expect(await settings.locator(':focus').innerText()).toBe('Sign out');
    await settings.close();
    await stage.openPopup();
  });
});

describe('a sign-in', () => {
  beforeEach(() => stage.beginSignedOut());

  it('whose worker was stopped names the window that is left over, and begins again without it', async () => {
    const opening = stage.chromium.nextWindow();
    await stage.person.press('Sign in');
    const window = await opening;
    await window.getByRole('button', { name: /Ada/ }).waitFor();
    await stage.person.reads(RUNNING);
    await stage.chromium.stopWorker();
    // Whoever opens the popup wakes the next worker, which knows of no window.
    await stage.popup.reload();
    await stage.person.press('Sign in');
    await stage.person.reads(
      'A sign-in window is still open, but it is of no use any more. Close it, then sign in again.',
    );
    await window.close();
    await signInAs(stage.chromium, stage.popup, /Ada Lindqvist/);
    await stage.person.row('German').waitFor();
  });

  it('that storage has no room for waits for no window that is gone, and works once there is room', async () => {
    const opening = stage.chromium.nextWindow();
    await stage.person.press('Sign in');
    const window = await opening;
    await window.getByRole('button', { name: /Ada/ }).waitFor();
    await fillStorage();
    await window.getByRole('button', { name: /Ada/ }).click();
    await stage.person.reads(/^That did not work just now/);
    await stage.popup.getByText(RUNNING).waitFor({ state: 'detached' });
    await stage.popup.evaluate(async () => {
      const keys = Object.keys(await chrome.storage.local.get(null));
      await chrome.storage.local.remove(keys.filter((key) => key.startsWith('junk')));
    });
    await signInAs(stage.chromium, stage.popup, /Ada Lindqvist/);
    await stage.person.row('German').waitFor();
  });
});

/** Leaves no room in `storage.local` for anything that is longer than what is there. */
async function fillStorage(): Promise<void> {
  await stage.popup.evaluate(async () => {
    const area = chrome.storage.local;
    for (let size = 4_000_000, nth = 0; size >= 1; nth += 1) {
      await area.set({ [`junk${nth}`]: 'x'.repeat(size) }).catch(() => {
        size = Math.floor(size / 2);
      });
    }
  });
}
