import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { ExtensionStorage } from './extension-storage';
import { firefoxBackground } from './firefox-background';
import { firefoxPage, type FirefoxPage } from './firefox-page';
import {
  closeFirefoxSidebar,
  isFirefoxSidebarOpen,
  openFirefoxPopup,
  openFirefoxSidebar,
  type FirefoxPopup,
} from './firefox-popup';
import { startFirefox, type FirefoxProcess } from './firefox-process';
import { firefoxStorage } from './firefox-storage';
import { firefoxWindows, listWindows, type FirefoxWindows, type WindowHandle } from './firefox-windows';
import { runAndClose, type PageFunction } from './marionette-scripts';
import { POPUP_PATH } from './popup-path';
import { stopForGood } from './stop-for-good';

export interface FirefoxOptions {
  /** A built extension, for example that of the lane. */
  readonly extensionDir: string;
  /** Default true. */
  readonly headless?: boolean;
  /** The languages that the person browses in, as BCP 47 tags. Default `en-US`. */
  readonly languages?: readonly string[];
}

/**
 * A Firefox with the extension in it, on a fresh profile, cut off from every host but this machine. It does one thing
 * at a time: await each call before the next.
 */
export interface Firefox extends FirefoxPage, FirefoxWindows, ExtensionStorage {
  readonly extensionId: string;
  readonly popupUrl: string;
  /** The popup in a tab of its own, which becomes the current one. */
  openPopupPage(): Promise<WindowHandle>;
  openRealPopup(): Promise<FirefoxPopup>;
  openSidebar(): Promise<FirefoxPopup>;
  closeSidebar(): Promise<void>;
  isSidebarOpen(): Promise<boolean>;
  /** Runs the function in the tab and closes it from inside in the same tick; resolves when it is gone. */
  evaluateAndClose<Arguments extends unknown[]>(
    tab: WindowHandle,
    act: PageFunction<Arguments>,
    ...args: Arguments
  ): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /** Ends the event page; resolves once it is gone and stays gone. */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

/** Otherwise every installation gets another address. */
const EXTENSION_HOST = '5c9d0a3e-6d0b-4a52-8b1e-3f7d1c2b9a84';

const BuiltManifest = v.object({
  browser_specific_settings: v.object({ gecko: v.object({ id: v.string() }) }),
});

/** Starts the first Firefox of this machine and installs the extension until it closes. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const extensionDir = path.resolve(options.extensionDir);
  const extensionId = await readExtensionId(extensionDir);
  const firefox = await startFirefox(options.headless ?? true, {
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: EXTENSION_HOST }),
    'intl.accept_languages': (options.languages ?? ['en-US']).join(','),
    // Firefox's viewer for JSON would replace the extension's manifest with a page of its own.
    'devtools.jsonview.enabled': false,
  });
  try {
    await firefox.marionette.send('Addon:Install', { path: extensionDir, temporary: true });
    return await drive(firefox, extensionId);
  } catch (error) {
    await firefox.end();
    throw error;
  }
}

async function drive(firefox: FirefoxProcess, extensionId: string): Promise<Firefox> {
  const { marionette } = firefox;
  const origin = `moz-extension://${EXTENSION_HOST}`;
  const popupUrl = `${origin}/${POPUP_PATH}`;
  const [home] = await listWindows(marionette);
  if (home === undefined) throw new Error('Firefox opened no tab');
  const page = firefoxPage(marionette);
  const windows = firefoxWindows(marionette, home);
  const background = firefoxBackground(marionette, extensionId);
  return {
    extensionId,
    popupUrl,
    ...page,
    ...windows,
    ...firefoxStorage(marionette, origin),
    async openPopupPage() {
      const tab = await windows.openTab();
      await page.navigate(popupUrl);
      return tab;
    },
    openRealPopup: () => openFirefoxPopup(marionette, extensionId),
    openSidebar: () => openFirefoxSidebar(marionette, extensionId),
    closeSidebar: () => closeFirefoxSidebar(marionette),
    isSidebarOpen: () => isFirefoxSidebarOpen(marionette),
    async evaluateAndClose(tab, act, ...args) {
      await windows.switchTo(tab);
      await runAndClose(marionette, act, args);
      await windows.waitUntilClosed(tab);
    },
    isBackgroundRunning: () => background.isRunning(),
    stopBackground: () => stopForGood('the event page', background),
    close: () => firefox.end(),
  };
}

async function readExtensionId(extensionDir: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(extensionDir, 'manifest.json'), 'utf8'));
  return v.parse(BuiltManifest, manifest).browser_specific_settings.gecko.id;
}
