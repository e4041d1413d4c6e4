import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { FaultSettings } from '../../emulator/faults';
import { changesOf } from './changes';
import { signInAs } from './signed-in';
import type { Stage } from './stage';

/** What a person does about a sign-in that does not work. */
export interface FailedSignIn {
  /** Presses "Sign in" and gives the window that opens. */
  readonly openWindow: () => Promise<Page>;
  /** The same, and picks Ada in it. */
  readonly pickAda: () => Promise<Page>;
  /** Signs in while these faults strike. Those of the authorize endpoint strike before anybody can be picked. */
  readonly meet: (faults: FaultSettings) => Promise<void>;
  /** What was copied last. */
  readonly copied: () => Promise<string>;
  /** Presses "Open settings" and gives the page that opens. */
  readonly openSettings: () => Promise<Page>;
  /** The way forward after every failure: the same button, once what was wrong is over. */
  readonly signsInAfterAll: () => Promise<void>;
}

/** Of the stage's popup. */
export function failedSignIn(stage: Stage): FailedSignIn {
  const self: FailedSignIn = {
    async openWindow() {
      const opening = stage.chromium.nextWindow();
      await stage.person.press('Sign in');
      return opening;
    },
    async pickAda() {
      const window = await self.openWindow();
      await window.getByRole('button', { name: /Ada Lindqvist/ }).click();
      return window;
    },
    async meet(faults) {
      stage.emulator.faults.set(faults);
      if (faults.authorizeError) await stage.person.press('Sign in');
      else await self.pickAda();
    },
    async copied() {
      await stage.chromium.context.grantPermissions(['clipboard-read']);
      return stage.popup.evaluate(() => navigator.clipboard.readText());
    },
    async openSettings() {
      const opening = stage.chromium.context.waitForEvent('page', {
        predicate: (page) => page.url().endsWith('/src/options/index.html'),
      });
      await stage.person.press('Open settings');
      return opening;
    },
    async signsInAfterAll() {
      stage.emulator.faults.reset();
      await signInAs(stage.chromium, stage.popup, /Ada Lindqvist/);
      await stage.person.row('Japanese').waitFor();
      expect(changesOf(stage.emulator)).toEqual([]);
    },
  };
  return self;
}
