import type { Page } from 'playwright-core';

/** What a person does who uses no pointer. */
export interface Keyboard {
  /** Goes on by Tab until the control of that name has the focus, once around at most; throws where it never has. */
  reach(name: string): Promise<void>;
  /** Reaches it and presses Enter. */
  press(name: string): Promise<void>;
  /** Presses these keys where the focus is. */
  keys(...keys: readonly string[]): Promise<void>;
  /** The accessible name of what has the focus, as browsers compute it from labels; empty for none. */
  focused(): Promise<string>;
}

const ONCE_AROUND = 80;

/** The keyboard of an open page. */
export function keyboardAt(page: Page): Keyboard {
  const focused = () =>
    page.evaluate(() => {
      const it = document.activeElement;
      const labels = it instanceof HTMLInputElement ? [...(it.labels ?? [])] : [];
      const texts = [it?.getAttribute('aria-label'), labels[0]?.textContent, it?.textContent];
      return it === document.body ? '' : (texts.find((text) => text)?.trim() ?? '');
    });
  const keyboard: Keyboard = {
    focused,
    async reach(name) {
      const passed: string[] = [];
      for (let stop = 0; stop < ONCE_AROUND; stop += 1) {
        if ((await focused()) === name) return;
        await page.keyboard.press('Tab');
        passed.push(await focused());
      }
      throw new Error(`Tab never leads to ${name}, but to ${passed.join(', ')}`);
    },
    async press(name) {
      await keyboard.reach(name);
      await page.keyboard.press('Enter');
    },
    async keys(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
  };
  return keyboard;
}
