import type { Page } from 'playwright-core';
import type { Chromium } from './chromium';

/** Presses "Sign in", whatever it is called after a failure, in an open popup and goes through the sign-in window as that person. */
export async function signInAs(chromium: Chromium, popup: Page, name: RegExp): Promise<void> {
  const opening = chromium.nextWindow();
  await popup.getByRole('button', { name: /^(?:Sign in|Use another account)$/ }).click();
  const window = await opening;
  await window.getByRole('button', { name }).click();
}

/** Waits for the last answer of a sign-in: a fault that is set before it would strike that one. */
export async function seeOrganisation(popup: Page): Promise<void> {
  await popup.getByText('Contoso · ada@contoso.example').waitFor();
}

/** A popup in a tab, in which Ada is signed in and sees her languages. */
export async function openSignedIn(chromium: Chromium): Promise<Page> {
  const popup = await chromium.openPopupPage();
  await signInAs(chromium, popup, /Ada Lindqvist/);
  await popup.getByRole('listitem', { name: 'German' }).waitFor();
  await seeOrganisation(popup);
  return popup;
}
