import type { Page } from 'playwright-core';
import type { Chromium } from '../browser/support/chromium';

/** One thing that a person does in the popup, and how they see that it worked. */
export interface DemoStep {
  readonly title: string;
  /** The kind of request that must reach Microsoft Graph, and be answered well, for the step to have happened. */
  readonly sends?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Does it and waits until the popup shows it; throws where it does not. */
  act(popup: Page, chromium: Chromium): Promise<void>;
}

/** The main job from the first click, found the way a screen reader finds things. */
export const demoSteps: readonly DemoStep[] = [
  {
    title: 'Open the popup, signed out',
    act: (popup) => button(popup, 'Sign in').waitFor(),
  },
  {
    title: 'Sign in as Ada Lindqvist',
    sends: 'GET',
    async act(popup, chromium) {
      const opened = chromium.nextWindow();
      await Promise.all([opened, button(popup, 'Sign in').click()]);
      const signIn = await opened;
      await Promise.all([
        signIn.waitForEvent('close'),
        signIn.getByRole('button', { name: 'Ada Lindqvist' }).click(),
      ]);
      await popup.getByRole('list', { name: 'Your languages' }).waitFor();
      await row(popup, 'German').waitFor();
    },
  },
  {
    title: 'Add Portuguese by typing',
    sends: 'POST',
    async act(popup) {
      const search = popup.getByRole('combobox', { name: 'Add a language' });
      await search.click();
      await search.pressSequentially('Portuguese');
      await popup.getByRole('option', { name: 'Portuguese' }).first().waitFor();
      await search.press('Enter');
      await row(popup, 'Portuguese').waitFor();
      await saved(popup);
    },
  },
  {
    title: 'Change the level of German in place',
    sends: 'PATCH',
    async act(popup) {
      await popup.getByRole('combobox', { name: 'Level of German' }).selectOption('nativeOrBilingual');
      await saved(popup);
    },
  },
  {
    title: 'Remove Japanese through its details',
    sends: 'DELETE',
    async act(popup) {
      await button(popup, 'Details of Japanese').click();
      await button(popup, 'Remove Japanese').click();
      await row(popup, 'Japanese').waitFor({ state: 'detached' });
      await saved(popup);
    },
  },
  {
    title: 'Undo the removal',
    sends: 'POST',
    async act(popup) {
      await button(popup, 'Undo').click();
      await row(popup, 'Japanese').waitFor();
      await saved(popup);
    },
  },
];

function button(popup: Page, name: string) {
  return popup.getByRole('button', { name, exact: true });
}

function row(popup: Page, language: string) {
  return popup.getByRole('listitem', { name: language, exact: true });
}

function saved(popup: Page): Promise<void> {
  return popup.getByRole('status').filter({ hasText: 'Saved to Microsoft 365' }).waitFor();
}
