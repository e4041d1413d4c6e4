import * as v from 'valibot';
import type { ExtensionStorage, StorageArea } from './extension-storage';
import type { Marionette } from './marionette';
import { runInPage } from './marionette-scripts';

const Opened = v.object({ handle: v.string() });
const Current = v.object({ value: v.string() });
const Items = v.record(v.string(), v.unknown());

/**
 * Works through a tab on the extension's manifest: it has the extension's rights and none of its scripts, so it neither
 * wakes the background nor counts as a popup. It opens in the background, as a change of tab would close the real popup.
 */
export function firefoxStorage(marionette: Marionette, origin: string): ExtensionStorage {
  return {
    readStorage: (area) => inQuietTab(() => read(area)),
    writeStorage: (area, items) => inQuietTab(() => write(area, items)),
    changeStorage: (area, change) => inQuietTab(async () => write(area, change(await read(area)))),
  };

  async function read(area: StorageArea): Promise<Record<string, unknown>> {
    return v.parse(Items, await runInPage(marionette, (name) => chrome.storage[name].get(null), [area]));
  }

  async function write(area: StorageArea, items: Record<string, unknown>): Promise<void> {
    await runInPage<[StorageArea, Record<string, unknown>]>(
      marionette,
      (name, values) => chrome.storage[name].set(values),
      [area, items],
    );
  }

  async function inQuietTab<T>(use: () => Promise<T>): Promise<T> {
    const current = v.parse(Current, await marionette.send('WebDriver:GetWindowHandle')).value;
    const opened = await marionette.send('WebDriver:NewWindow', { type: 'tab', focus: false });
    await switchQuietly(v.parse(Opened, opened).handle);
    try {
      await marionette.send('WebDriver:Navigate', { url: `${origin}/manifest.json` });
      return await use();
    } finally {
      await marionette.send('WebDriver:CloseWindow');
      await switchQuietly(current);
    }
  }

  async function switchQuietly(handle: string): Promise<void> {
    await marionette.send('WebDriver:SwitchToWindow', { handle, focus: false });
  }
}
