import { browser } from '../../src/browser';
import { word } from '../../src/ui/words';
import type { Button, Scenario } from './scenarios/scenario';

const LIMIT_MS = 10_000;

/**
 * Does what leads from the first paint to the scenario's state, and marks the document once it is reached. Throws where
 * something that is to be pressed or shown does not come.
 */
export async function reach({ type = {}, press = [], shows = '#app > *' }: Scenario): Promise<void> {
  await there('#app > *', () => document.querySelector('#app > *'));
  for (const [id, text] of Object.entries(type)) {
    const field = await there(id, () => document.querySelector<HTMLInputElement>(`input#${id}`));
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  for (const button of press) {
    const words = wordsOf(button);
    const found = await there(words, () => findButton(words));
    // As a pointer would: what opens stays open only while the focus is not elsewhere.
    found.focus();
    found.click();
  }
  await there(shows, () => document.querySelector(shows));
  await document.fonts.ready;
  document.documentElement.dataset['reached'] = 'true';
}

function wordsOf(button: Button): string {
  return typeof button === 'string' ? word(button) : browser.i18n.getMessage(button[0], button.slice(1));
}

function findButton(words: string): HTMLElement | null {
  const buttons = [...document.querySelectorAll<HTMLElement>('button, summary')];
  const button = buttons.find((each) => [each.ariaLabel, each.textContent.trim()].includes(words));
  // What it opens can come later than the button.
  const isReady =
    !button?.hasAttribute('popovertarget') ||
    (button instanceof HTMLButtonElement && button.popoverTargetElement !== null);
  return isReady ? (button ?? null) : null;
}

/** Looks until it is there. */
async function there<T>(what: string, find: () => T | null): Promise<T> {
  const givenUpAtMs = performance.now() + LIMIT_MS;
  for (;;) {
    const found = find();
    if (found !== null) return found;
    if (performance.now() > givenUpAtMs) throw new Error(`The scenario never came to show ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
