import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settings } from '../../src/storage/registration-keys';
import { toRecord } from '../../src/storage/stored';
import { type Emulator, startEmulator } from '../emulator/emulator';
import type { FaultSettings } from '../emulator/faults';
import { waitForChanges } from './support/changes';
import { type Firefox, launchFirefox } from './support/firefox';
import { signInAs } from './support/firefox-signed-in';
import type { WindowHandle } from './support/firefox-windows';
import { extensionDirs, ports } from './support/lane';

/** What differs in Firefox: its words, windows that stay open on an error, and silence where scripts would go on. */

const OTHER_GUID = '11111111-2222-4333-8444-555555555555';
const ADA = /Ada Lindqvist/;
const SIGN_IN = { role: 'button', name: 'Sign in' } as const;
const CANCELLED = 'Sign-in was cancelled.';
const UNKNOWN = 'Microsoft does not know the application or the tenant. Check the settings.';

let emulator: Emulator;
let firefox: Firefox;
let popup: WindowHandle;

const press = (name: string) => firefox.click({ role: 'button', name });
const seeText = (text: string) => firefox.waitForElement(`//*[normalize-space()="${text}"]`);
const openWindow = () => firefox.windowOpenedBy(() => firefox.click(SIGN_IN));

/** Closes the window after it showed this, and goes back to the popup. */
async function closeAfterReading(window: WindowHandle, text: string): Promise<void> {
  await firefox.waitForElement(`//*[contains(text(), "${text}")]`);
  await firefox.closeWindow(window);
  await firefox.switchTo(popup);
}

async function signsInAfterAll(): Promise<void> {
  emulator.faults.reset();
  await signInAs(firefox, popup, ADA);
  await firefox.waitForElement({ role: 'listitem', name: 'Japanese' });
  // The last answer of a sign-in: a fault that is set before it would strike that one.
  await seeText('Contoso · ada@contoso.example');
}

async function openSettings(): Promise<void> {
  const tab = await firefox.windowOpenedBy(() => press('Open settings'));
  await firefox.waitForElement({ role: 'textbox', name: 'Tenant' });
  await seeText(await redirectAddress());
  await firefox.closeWindow(tab);
  await firefox.switchTo(popup);
}

async function redirectAddress(): Promise<string> {
  return String(await firefox.evaluate(() => chrome.identity.getRedirectURL()));
}

beforeAll(async () => {
  emulator = await startEmulator(ports);
  firefox = await launchFirefox({ extensionDir: extensionDirs.firefox });
});

afterAll(async () => {
  await firefox.close();
  await emulator.close();
});

beforeEach(async () => {
  emulator.reset();
  popup = await firefox.openPopupPage();
});

afterEach(async () => {
  const kept = Object.keys(await firefox.readStorage('local')).join('\n');
  const accountKey = /^a\/([\w-]{22})\//m.exec(kept)?.[1] ?? '';
  const how = { accountKey, unsent: 'discard', ofMicrosoft: false };
  await firefox.evaluate((message) => chrome.runtime.sendMessage(message), {
    app: 'profile-languages',
    command: 'session/sign-out',
    how,
  });
  await firefox.evaluate(() => chrome.storage.local.clear());
  await firefox.closeWindow(popup);
});

describe('a sign-in that does not work in Firefox', () => {
  it('was cancelled where the person closes the window', async () => {
    const window = await openWindow();
    await closeAfterReading(window, 'to continue to Profile Languages');
    await seeText(CANCELLED);
    await signsInAfterAll();
  });

  it('was declined where the person refuses the permissions', async () => {
    emulator.faults.set({ askConsent: {} });
    const window = await openWindow();
    await firefox.click({ role: 'button', name: ADA });
    await firefox.waitForElement({ role: 'heading', name: 'Permissions requested' });
    await press('Cancel');
    await firefox.waitUntilClosed(window);
    await firefox.switchTo(popup);
    await seeText(
      'You did not allow access, so nothing was read. Profile Languages asks only for your own profile. If Microsoft asked for an administrator’s approval, send them the link.',
    );
    await signsInAfterAll();
  });

  it.each([
    ['an unknown application', { text: 'AADSTS700016: Application was not found.', status: 400 }],
    ['a redirect address that is not registered', { text: 'AADSTS50011: No match.', status: 200 }],
  ])('leads to the settings from the page about %s, which stays open', async (_, authorizePage) => {
    emulator.faults.set({ authorizePage: { ...authorizePage, times: null } });
    const window = await openWindow();
    await closeAfterReading(window, authorizePage.text);
    await seeText(CANCELLED);
    await openSettings();
    await signsInAfterAll();
  });

  it('names an unknown tenant although its page stays open until it is closed', async () => {
    const { clientId } = emulator;
    const configuration = { cloud: 'local', tenant: OTHER_GUID, clientId } as const;
    await firefox.writeStorage('local', toRecord(settings, configuration));
    const window = await openWindow();
    await closeAfterReading(window, 'AADSTS90002');
    await seeText(UNKNOWN);
    await seeText('AADSTS90002');
    await openSettings();
    await firefox.evaluate(() => chrome.storage.local.remove('settings'));
    await signsInAfterAll();
  });

  it('was offline where the window showed that nothing answers', async () => {
    emulator.faults.set({ loginOffline: { times: null } });
    const window = await openWindow();
    await firefox.closeWindow(window);
    await firefox.switchTo(popup);
    await seeText('Microsoft cannot be reached. Check your connection, then try again.');
    await signsInAfterAll();
  });

  it('is for the administrator to approve where Microsoft says so', async () => {
    emulator.faults.set({ needApproval: {} });
    const window = await openWindow();
    await firefox.click({ role: 'button', name: ADA });
    await firefox.click({ role: 'button', name: /^Return to the application/ });
    await firefox.waitUntilClosed(window);
    await firefox.switchTo(popup);
    await seeText('Your organisation must approve this app first. Ask your administrator.');
    await seeText('AADSTS90094');
    await press('Copy link for your administrator');
    await seeText('Copied');
    await signsInAfterAll();
  });

  it('is to be put right in the registration where its platform is another one', async () => {
    emulator.faults.set({ wrongPlatform: {} });
    const window = await openWindow();
    await firefox.click({ role: 'button', name: ADA });
    await firefox.waitUntilClosed(window);
    await firefox.switchTo(popup);
    await firefox.waitForElement('//*[contains(text(), "does not list this browser’s redirect address")]');
    await openSettings();
    await signsInAfterAll();
  });
});

describe('tokens that Firefox cannot renew by itself', () => {
  it.each([
    ['a page that goes on by script', { scriptRedirect: { afterMs: 300, times: 3 } }],
    ['a second factor', { askCode: {} }],
  ] as [string, FaultSettings][])('wait for the person where the way leads over %s', async (_, faults) => {
    await signsInAfterAll();
    await firefox.evaluate(() => chrome.storage.session.clear());
    await firefox.stopBackground();
    emulator.faults.set({ expiredToken: {}, ...faults });
    const windows = await firefox.windows();
    await firefox.click('select[aria-label="Level of Japanese"] option[value="limitedWorking"]');
    await seeText('Sign in to send 1 edit');
    expect(await firefox.windows()).toEqual(windows);
    const window = await openWindow();
    await firefox.click({ role: 'button', name: ADA });
    if (faults.askCode) await press('Verify');
    await firefox.waitUntilClosed(window);
    await firefox.switchTo(popup);
    await waitForChanges(emulator, 1);
    await seeText('Saved to Microsoft 365');
  });
});

it('is not there in private windows, where nobody could stay signed in', async () => {
  const isAllowed = await firefox.evaluate(() => chrome.extension.isAllowedIncognitoAccess());
  expect(isAllowed).toBe(false);
});
