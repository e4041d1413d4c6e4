import * as v from 'valibot';
import type { Marionette } from './marionette';
import { poll } from './poll';

/** Names a tab or a window as long as it is open. */
export type WindowHandle = string;

/** Every tab and window. One of them is the current one: what the page's methods act on. */
export interface FirefoxWindows {
  windows(): Promise<WindowHandle[]>;
  switchTo(window: WindowHandle): Promise<void>;
  /** Opens an empty tab in front and makes it the current one. */
  openTab(): Promise<WindowHandle>;
  /** Does what opens a window, waits for it and makes it the current one. */
  windowOpenedBy(act: () => Promise<void>): Promise<WindowHandle>;
  waitUntilClosed(window: WindowHandle): Promise<void>;
  closeWindow(window: WindowHandle): Promise<void>;
}

const Handles = v.array(v.string());
const Opened = v.object({ handle: v.string() });

/** `home` is a tab that stays open: it becomes the current one when the current one closes. */
export function firefoxWindows(marionette: Marionette, home: WindowHandle): FirefoxWindows {
  const self: FirefoxWindows = {
    windows: () => listWindows(marionette),
    async switchTo(handle) {
      await marionette.send('WebDriver:SwitchToWindow', { handle, focus: true });
    },
    async openTab() {
      const opened = await marionette.send('WebDriver:NewWindow', { type: 'tab', focus: true });
      const { handle } = v.parse(Opened, opened);
      await self.switchTo(handle);
      return handle;
    },
    async windowOpenedBy(act) {
      const before = await self.windows();
      await act();
      const opened = await poll('a window to open', async () =>
        (await self.windows()).find((handle) => !before.includes(handle)),
      );
      await self.switchTo(opened);
      return opened;
    },
    async waitUntilClosed(window) {
      await poll('the window to close', async () => !(await self.windows()).includes(window));
      await self.switchTo(home);
    },
    async closeWindow(window) {
      await self.switchTo(window);
      await marionette.send('WebDriver:CloseWindow');
      await self.switchTo(home);
    },
  };
  return self;
}

/** The handles of everything that is open, the first tab first. */
export async function listWindows(marionette: Marionette): Promise<WindowHandle[]> {
  return v.parse(Handles, await marionette.send('WebDriver:GetWindowHandles'));
}
