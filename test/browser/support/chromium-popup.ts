import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { poll } from './poll';

/** What is needed to press the toolbar button of one extension. */
export interface ToolbarButton {
  /** A session of the whole browser. */
  readonly browser: CDPSession;
  readonly profileDir: string;
  readonly extensionId: string;
  readonly popupUrl: string;
  /** The tab target of a tab in an ordinary window: windows for signing in have no toolbar. */
  readonly tabId: string;
}

/** The popup in its bubble under the toolbar, and the connection that drives it. */
export interface RealPopup {
  readonly page: Page;
  readonly connection: Browser;
}

/**
 * Presses the toolbar button and resolves with the real popup, loaded. Playwright hides popups from the context that
 * started the browser, yet shows those that are already open to a second connection.
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Extensions/#method-triggerAction
 */
export async function openRealPopup(button: ToolbarButton): Promise<RealPopup> {
  const { browser, extensionId, popupUrl, tabId } = button;
  const before = new Set((await popupTargets(browser, popupUrl)).map(({ targetId }) => targetId));
  await browser.send('Extensions.triggerAction', { id: extensionId, targetId: tabId });
  const { targetId } = await poll('the toolbar popup to open', async () =>
    (await popupTargets(browser, popupUrl)).find((target) => !before.has(target.targetId)),
  );
  const connection = await chromium.connectOverCDP(await debuggingAddress(button.profileDir));
  const page = await poll('the toolbar popup to be drivable', () => findPage(connection, popupUrl, targetId));
  await page.waitForLoadState();
  return { page, connection };
}

async function popupTargets(browser: CDPSession, popupUrl: string) {
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'page' }] });
  return targetInfos.filter(({ url }) => url === popupUrl);
}

/** A tab may show the same address: only the target tells them apart. */
async function findPage(connection: Browser, url: string, targetId: string): Promise<Page | null> {
  for (const page of connection.contexts().flatMap((context) => context.pages())) {
    if (page.url() !== url) continue;
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    if (targetInfo.targetId === targetId) return page;
  }
  return null;
}

async function debuggingAddress(profileDir: string): Promise<string> {
  const [port] = (await readFile(path.join(profileDir, 'DevToolsActivePort'), 'utf8')).split('\n');
  return `http://127.0.0.1:${port ?? ''}`;
}
