import { writeFile } from 'node:fs/promises';
import * as v from 'valibot';
import { findElement, type Target } from './firefox-elements';
import type { Marionette } from './marionette';
import { runInPage, type PageFunction } from './marionette-scripts';
import { poll } from './poll';

/** WebDriver's private code points for keys that are not characters. */
const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
} as const;

export type Key = keyof typeof KEYS;

/** The page in the current tab or window. Input is real: Firefox scrolls to, points at and types into what a person could. */
export interface FirefoxPage {
  navigate(url: string): Promise<void>;
  /** Runs a function in the page and gives what it returned (or resolved with) as JSON. */
  evaluate<Arguments extends unknown[]>(body: PageFunction<Arguments>, ...args: Arguments): Promise<unknown>;
  /** Runs the function again and again until what it gives is true. */
  waitFor<Arguments extends unknown[]>(body: PageFunction<Arguments>, ...args: Arguments): Promise<void>;
  /** Waits for the element, also where it need not be acted on. */
  waitForElement(target: Target): Promise<void>;
  click(target: Target): Promise<void>;
  /** Focuses the element and types; in a `<select>`, typing chooses. */
  type(target: Target, text: string): Promise<void>;
  /** Presses and releases a key where the focus is. */
  press(key: Key): Promise<void>;
  /** Writes what the page shows as a PNG. */
  screenshot(file: string): Promise<void>;
}

const Image = v.object({ value: v.string() });

export function firefoxPage(marionette: Marionette): FirefoxPage {
  return {
    async navigate(url) {
      await marionette.send('WebDriver:Navigate', { url });
    },
    evaluate: (body, ...args) => runInPage(marionette, body, args),
    async waitFor(body, ...args) {
      await poll(body.toString(), async () => (await runInPage(marionette, body, args)) === true);
    },
    async waitForElement(target) {
      await findElement(marionette, target);
    },
    async click(target) {
      await marionette.send('WebDriver:ElementClick', { id: await findElement(marionette, target) });
    },
    async type(target, text) {
      await marionette.send('WebDriver:ElementSendKeys', { id: await findElement(marionette, target), text });
    },
    async press(key) {
      const actions = (['keyDown', 'keyUp'] as const).map((type) => ({ type, value: KEYS[key] }));
      await marionette.send('WebDriver:PerformActions', {
        actions: [{ type: 'key', id: 'keyboard', actions }],
      });
    },
    async screenshot(file) {
      const image = v.parse(Image, await marionette.send('WebDriver:TakeScreenshot', { full: false }));
      await writeFile(file, Buffer.from(image.value, 'base64'));
    },
  };
}
