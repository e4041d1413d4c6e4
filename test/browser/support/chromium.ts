import path from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page, type Worker } from 'playwright-core';
import { openRealPopup, type RealPopup } from './chromium-popup';
import { chromiumStorage } from './chromium-storage';
import { chromiumWorker } from './chromium-worker';
import type { ExtensionStorage } from './extension-storage';
import { findBrowser } from './find-browsers';
import { POPUP_PATH } from './popup-path';
import { stopForGood } from './stop-for-good';
import { createTemporaryFolder } from './temporary-folder';

export interface ChromiumOptions {
  /** A built extension, for example that of the lane. */
  readonly extensionDir: string;
  /** Default true. */
  readonly headless?: boolean;
  /** Kept afterwards: launching on it again is a restart of the browser. Default: a new one, removed on close. */
  readonly profileDir?: string;
  /** The languages that the person browses in, as BCP 47 tags; the browser's own words stay English. Default `en-US`. */
  readonly languages?: readonly string[];
}

/** A Chromium, Chrome or Edge with the extension in it, cut off from every host but this machine. */
export interface Chromium extends ExtensionStorage {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly popupUrl: string;
  /** The popup as an ordinary tab. */
  openPopupPage(): Promise<Page>;
  /** The popup under the toolbar button. Whatever changes the tab closes it, as for a person. */
  openRealPopup(): Promise<Page>;
  /** The next window or tab that is not the extension's own. Call it before the click that opens one. */
  nextWindow(): Promise<Page>;
  /** Runs the function in the page and closes it from inside in the same tick; resolves when the page is gone. */
  evaluateAndClose(page: Page, act: () => void): Promise<void>;
  isWorkerRunning(): Promise<boolean>;
  /** Ends the service worker; resolves once it is gone and stays gone. */
  stopWorker(): Promise<void>;
  /** Throws while the worker is stopped: evaluating in it would then wait for ever. */
  runningWorker(): Promise<Worker>;
  close(): Promise<void>;
}

const NO_OTHER_HOST = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/** Starts the first Chromium of this machine on a fresh profile and resolves when the extension's worker has started. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const temporary = options.profileDir ? null : await createTemporaryFolder('chromium');
  const profileDir = options.profileDir ?? temporary?.path ?? '';
  const context = await startBrowser(profileDir, options);
  try {
    return await withExtension(context, profileDir, options.extensionDir, async () => {
      await context.close();
      await temporary?.remove();
    });
  } catch (error) {
    await context.close();
    await temporary?.remove();
    throw error;
  }
}

function startBrowser(profileDir: string, { headless = true, languages = ['en-US'] }: ChromiumOptions) {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge found: install one or set CHROME_PATH');
  return chromium.launchPersistentContext(profileDir, {
    executablePath,
    headless,
    viewport: null,
    // Chromium refuses its sandbox to root.
    chromiumSandbox: process.getuid?.() !== 0,
    // With it, an extension gets an id and never runs.
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--remote-debugging-port=0',
      '--enable-unsafe-extension-debugging',
      // A popup is as large as the window leaves room for.
      '--screen-info={1600x1200}',
      '--window-size=1280,1000',
      '--lang=en-US',
      `--accept-lang=${languages.join(',')}`,
      NO_OTHER_HOST,
    ],
    env: { ...process.env, LANGUAGE: 'en-US' },
  });
}

async function withExtension(
  context: BrowserContext,
  profileDir: string,
  extensionDir: string,
  end: () => Promise<void>,
): Promise<Chromium> {
  const browser = await browserSession(context);
  const [tabId] = await tabTargets(browser);
  if (!tabId) throw new Error('The browser opened no tab');
  const started = context.waitForEvent('serviceworker');
  // Branded Chrome and Edge ignore --load-extension since 137; this works in all of them.
  const loaded = browser.send('Extensions.loadUnpacked', { path: path.resolve(extensionDir) });
  const [{ id: extensionId }, worker] = await Promise.all([loaded, started]);
  const origin = `chrome-extension://${extensionId}`;
  const popupUrl = `${origin}/${POPUP_PATH}`;
  const workerFromOutside = chromiumWorker(browser, extensionId);
  let popup: RealPopup | null = null;
  return {
    context,
    extensionId,
    popupUrl,
    ...chromiumStorage(context, browser, origin),
    async openPopupPage() {
      const page = await context.newPage();
      await page.goto(popupUrl);
      return page;
    },
    async openRealPopup() {
      await popup?.connection.close();
      popup = await openRealPopup({ browser, profileDir, extensionId, popupUrl, tabId });
      return popup.page;
    },
    nextWindow: () =>
      context.waitForEvent('page', { predicate: (page) => !page.url().startsWith(`${origin}/`) }),
    async evaluateAndClose(page, act) {
      const closed = page.waitForEvent('close');
      await Promise.all([closed, page.evaluate(`(${act.toString()})(); window.close()`)]);
    },
    isWorkerRunning: () => workerFromOutside.isRunning(),
    stopWorker: () => stopForGood('the service worker', workerFromOutside),
    async runningWorker() {
      if (!(await workerFromOutside.isRunning())) throw new Error('The service worker is stopped');
      return worker;
    },
    async close() {
      await popup?.connection.close();
      await end();
    },
  };
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gave no browser for its context');
  return browser.newBrowserCDPSession();
}

async function tabTargets(browser: CDPSession): Promise<string[]> {
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  return targetInfos.map(({ targetId }) => targetId);
}
