import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../emulator/emulator';
import { type Change, changesOf, waitForChanges } from './support/changes';
import { type Firefox, launchFirefox } from './support/firefox';
import { signInAs } from './support/firefox-signed-in';
import type { WindowHandle } from './support/firefox-windows';
import { listedOf } from './support/listed';
import { extensionDirs, ports } from './support/lane';

const LANGUAGES = '/beta/me/profile/languages';
const SIGN_IN = { role: 'button', name: 'Sign in' } as const;
const ADA = /Ada Lindqvist/;

let emulator: Emulator;
let firefox: Firefox;
let popup: WindowHandle;

const press = (name: string) => firefox.click({ role: 'button', name });
const choose = (select: string, value: string) =>
  firefox.click(`select[aria-label="${select}"] option[value="${value}"]`);
const seeRow = (name: string) => firefox.waitForElement({ role: 'listitem', name });
const seeText = (text: string) => firefox.waitForElement(`//*[normalize-space()="${text}"]`);
const saved = () => seeText('Saved to Microsoft 365');
const idOf = (name: string) =>
  emulator.profileOf(emulator.people.ada).find((each) => each.displayName === name)?.id;

/** Runs in the popup: the languages that it lists. */
const listedNames = () =>
  [...document.querySelectorAll('ul[aria-label="Your languages"] > li')].map(({ ariaLabel }) => ariaLabel);

/** Does what changes something and gives every write that it led to, once the popup says that all is saved. */
async function changesBy(act: () => Promise<void>): Promise<Change[]> {
  const before = changesOf(emulator).length;
  await act();
  await waitForChanges(emulator, before + 1);
  await saved();
  return changesOf(emulator).slice(before);
}

/** How often the directory was asked for a sign-in without a window, and for tokens. */
function renewals(): { silentSignIns: number; tokens: number } {
  const asked = emulator.log.filter(({ server }) => server === 'login');
  return {
    silentSignIns: asked.filter(({ query }) => query['prompt'] === 'none').length,
    tokens: asked.filter(({ method, path }) => method === 'POST' && path.endsWith('/token')).length,
  };
}

beforeAll(async () => {
  emulator = await startEmulator(ports);
  firefox = await launchFirefox({ extensionDir: extensionDirs.firefox, languages: ['en-GB', 'ca'] });
});

afterAll(async () => {
  await firefox.close();
  await emulator.close();
});

describe('the built extension in Firefox', () => {
  it('says that the sign-in was cancelled when the person closes the window', async () => {
    popup = await firefox.openPopupPage();
    const window = await firefox.windowOpenedBy(() => firefox.click(SIGN_IN));
    await firefox.waitForElement({ role: 'button', name: ADA });
    await firefox.closeWindow(window);
    await firefox.switchTo(popup);
    await seeText('Sign-in was cancelled.');
  });

  it('signs in after that, and shows the languages of the profile and whose they are', async () => {
    await signInAs(firefox, popup, ADA);
    await seeRow('German');
    await seeText('Ada Lindqvist');
    await seeText('Contoso · ada@contoso.example');
    await saved();
    expect(await firefox.evaluate(listedNames)).toHaveLength(listedOf(emulator).length);
    expect(changesOf(emulator)).toEqual([]);
  });

  it('adds a language with one POST', async () => {
    const changes = await changesBy(async () => {
      await firefox.type({ role: 'combobox', name: 'Add a language' }, 'portug');
      await firefox.waitForElement({ role: 'option', name: /^Portuguese/ });
      await firefox.press('Enter');
    });
    expect(changes).toEqual([
      {
        method: 'POST',
        path: LANGUAGES,
        status: 201,
        requestBody: {
          displayName: 'Portuguese',
          tag: 'pt-BR',
          proficiency: 'elementary',
          spoken: 'elementary',
          written: 'elementary',
          reading: 'elementary',
          allowedAudiences: 'organization',
        },
      },
    ]);
    expect(await firefox.evaluate(() => document.activeElement?.ariaLabel)).toBe('Level of Portuguese');
  });

  it('sends the headers that Graph asks for, from the address of the extension', () => {
    const post = emulator.log.find(({ server, method }) => server === 'graph' && method === 'POST');
    expect(post?.requestHeaders).toMatchObject({
      authorization: 'Bearer …',
      'content-type': 'application/json',
    });
    expect(post?.clientRequestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(post?.requestHeaders['cookie']).toBeUndefined();
    expect(post?.origin).toMatch(/^moz-extension:/);
    expect(firefox.popupUrl).toContain(`${post?.origin}/`);
  });

  it('changes a level in place with one PATCH of exactly the fields that change', async () => {
    expect(await changesBy(() => choose('Level of Japanese', 'limitedWorking'))).toEqual([
      {
        method: 'PATCH',
        path: `${LANGUAGES}/${idOf('Japanese')}`,
        status: 200,
        requestBody: {
          proficiency: 'limitedWorking',
          spoken: 'limitedWorking',
          written: 'limitedWorking',
          reading: 'limitedWorking',
        },
      },
    ]);
  });

  it('takes a change back with one PATCH', async () => {
    expect(await changesBy(() => press('Undo'))).toEqual([
      {
        method: 'PATCH',
        path: `${LANGUAGES}/${idOf('Japanese')}`,
        status: 200,
        requestBody: {
          proficiency: 'conversational',
          spoken: 'conversational',
          written: 'conversational',
          reading: 'conversational',
        },
      },
    ]);
  });

  it('removes a language with one DELETE and puts it back', async () => {
    const path = `${LANGUAGES}/${idOf('German')}`;
    await press('Details of German');
    expect(await changesBy(() => press('Remove German'))).toEqual([
      { method: 'DELETE', path, status: 204, requestBody: null },
    ]);
    expect(await firefox.evaluate(listedNames)).not.toContain('German');
    await firefox.navigate(firefox.popupUrl);
    expect(await changesBy(() => press('Undo'))).toMatchObject([
      {
        method: 'POST',
        status: 201,
        requestBody: { displayName: 'German', tag: 'de-DE', written: 'limitedWorking' },
      },
    ]);
    await seeRow('German');
  });

  it('opens as the real popup under the toolbar button, with the same list', async () => {
    const real = await firefox.openRealPopup();
    const names = await firefox.evaluate(listedNames);
    await expect.poll(() => real.evaluate(listedNames)).toEqual(names);
    expect(await real.evaluate(() => innerWidth)).toBe(380);
    expect(await real.evaluate(() => innerHeight)).toBeLessThanOrEqual(600);
    await real.evaluateAndClose(() => undefined);
  });

  it('opens in the sidebar when asked to, as wide as that is, with the same list', async () => {
    // Firefox would open it by itself after the installation.
    expect(await firefox.isSidebarOpen()).toBe(false);
    const sidebar = await firefox.openSidebar();
    const names = await firefox.evaluate(listedNames);
    await expect.poll(() => sidebar.evaluate(listedNames)).toEqual(names);
    expect(
      await sidebar.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBe(0);
    await firefox.closeSidebar();
  });

  it('opens by keys, which the browser lets people change', async () => {
    const commands = await firefox.evaluate(() => chrome.commands.getAll());
    expect(commands).toMatchObject([{ name: '_execute_action', shortcut: 'Alt+Shift+L' }]);
  });

  it('signs in again without a window when the tokens are gone', async () => {
    await firefox.evaluate(() => chrome.storage.session.clear());
    await firefox.stopBackground();
    const windows = await firefox.windows();
    const before = renewals();
    const changes = await changesBy(() => choose('Level of Japanese', 'nativeOrBilingual'));
    expect(changes).toMatchObject([{ method: 'PATCH', status: 200 }]);
    expect(renewals()).toEqual({
      silentSignIns: before.silentSignIns + 1,
      tokens: before.tokens + 1,
    });
    expect(await firefox.windows()).toEqual(windows);
  });

  it('renews the token and sends the change again when Graph does not accept the token', async () => {
    const before = renewals();
    emulator.faults.set({ expiredToken: { method: 'PATCH' } });
    const [refused, ...sent] = await changesBy(() => choose('Level of Japanese', 'conversational'));
    expect(refused).toMatchObject({ method: 'PATCH', status: 401 });
    expect(sent).toEqual([{ ...refused, status: 200 }]);
    expect(renewals()).toEqual({ ...before, tokens: before.tokens + 1 });
  });

  it('keeps a change until the person has signed in again where that needs a window', async () => {
    emulator.faults.set({ authorizeError: { error: 'login_required' } });
    await firefox.evaluate(() => chrome.storage.session.clear());
    const changes = await changesBy(async () => {
      await choose('Level of Japanese', 'elementary');
      await seeText('Sign in to send 1 edit');
      await signInAs(firefox, popup, ADA);
    });
    expect(changes).toMatchObject([
      { method: 'PATCH', status: 200, requestBody: { proficiency: 'elementary' } },
    ]);
  });

  it('leaves nothing behind when the person signs out', async () => {
    await press('Account and settings');
    await press('Sign out');
    await firefox.waitForElement(SIGN_IN);
    expect(await firefox.readStorage('local')).toEqual({});
    expect(await firefox.readStorage('session')).toEqual({});
  });
});
