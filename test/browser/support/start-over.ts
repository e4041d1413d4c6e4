import type { Page } from 'playwright-core';
import type { Emulator } from '../../emulator/emulator';
import type { Chromium } from './chromium';
import { seeOrganisation, signInAs } from './signed-in';

/** The only popup that is open, with nobody signed in, nothing stored, and an emulator as it was at first. */
export async function startSignedOut(chromium: Chromium, emulator: Emulator): Promise<Page> {
  emulator.faults.reset();
  const popup = await chromium.openPopupPage();
  popup.setDefaultTimeout(10_000);
  await closeOthers(chromium, popup);
  const menu = popup.getByRole('button', { name: 'Account and settings' });
  const signIn = popup.getByRole('button', { name: 'Sign in', exact: true });
  await menu.or(signIn).first().waitFor();
  if (await menu.isVisible()) {
    await menu.click();
    await popup.getByRole('button', { name: 'Sign out', exact: true }).click();
    const discard = popup.getByRole('button', { name: 'Discard and sign out' });
    await discard.or(popup.getByText('Your languages, on your profile')).waitFor();
    if (await discard.isVisible()) await discard.click();
    await popup.getByText('Your languages, on your profile').waitFor();
  }
  emulator.reset();
  return popup;
}

/** As {@link startSignedOut}, and then with Ada's languages, all of them saved. */
export async function startSignedIn(chromium: Chromium, emulator: Emulator): Promise<Page> {
  const popup = await startSignedOut(chromium, emulator);
  await signInAs(chromium, popup, /Ada Lindqvist/);
  await popup.getByText('Saved to Microsoft 365').waitFor();
  await seeOrganisation(popup);
  return popup;
}

async function closeOthers({ context, extensionId }: Chromium, kept: Page): Promise<void> {
  const origin = `chrome-extension://${extensionId}/`;
  const others = context.pages().filter((page) => page !== kept && page.url().startsWith(origin));
  await Promise.all(others.map((page) => page.close()));
}
