import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { ExtensionStorage, StorageArea } from './extension-storage';

/**
 * Works through a tab on the extension's manifest: it has the extension's rights and none of its scripts, so it neither
 * wakes the worker nor counts as a popup. It opens in the background, as a change of tab would close the real popup.
 */
export function chromiumStorage(
  context: BrowserContext,
  browser: CDPSession,
  origin: string,
): ExtensionStorage {
  const url = `${origin}/manifest.json`;
  return {
    readStorage: (area) => inQuietTab((tab) => read(tab, area)),
    writeStorage: (area, items) => inQuietTab((tab) => write(tab, area, items)),
    changeStorage: (area, change) =>
      inQuietTab(async (tab) => {
        await write(tab, area, change(await read(tab, area)));
      }),
  };

  function read(tab: Page, area: StorageArea): Promise<Record<string, unknown>> {
    return tab.evaluate((name): Promise<Record<string, unknown>> => chrome.storage[name].get(null), area);
  }

  function write(tab: Page, area: StorageArea, items: Record<string, unknown>): Promise<void> {
    return tab.evaluate(([name, values]) => chrome.storage[name].set(values), [area, items] as const);
  }

  async function inQuietTab<T>(use: (tab: Page) => Promise<T>): Promise<T> {
    const opened = context.waitForEvent('page', { predicate: (page) => page.url() === url });
    await Promise.all([opened, browser.send('Target.createTarget', { url, background: true })]);
    const tab = await opened;
    try {
      return await use(tab);
    } finally {
      await tab.close();
    }
  }
}
