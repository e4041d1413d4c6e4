import type { Page } from 'playwright-core';
import { NEW_LEVEL, type TrialEdit } from './kill-trial';

/** Between one edit and the next: a person could not be as quick. */
const PAUSE_MS = 50;

/**
 * Makes edits in an open popup as fast as it goes, by events of its own in place of real input, which takes its time.
 * Never resolves where the browser dies first.
 */
export async function makeEditsAtOnce(popup: Page, edits: readonly TrialEdit[]): Promise<void> {
  await popup.evaluate(makeAll, { edits, level: NEW_LEVEL, pauseMs: PAUSE_MS });
}

interface Given {
  readonly edits: readonly TrialEdit[];
  readonly level: string;
  readonly pauseMs: number;
}

/** Runs in the popup: sees nothing of this file. */
async function makeAll({ edits, level, pauseMs }: Given): Promise<void> {
  const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));
  const find = async (label: string): Promise<HTMLElement> => {
    for (;;) {
      const found = document.querySelector<HTMLElement>(`[aria-label="${label}"]:is(button, select)`);
      if (found) return found;
      await pause();
    }
  };
  for (const { kind, language } of edits) {
    if (kind === 'add') {
      (await find(`Add ${language}`)).click();
    } else if (kind === 'change') {
      const select = await find(`Level of ${language}`);
      if (select instanceof HTMLSelectElement) select.value = level;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      (await find(`Details of ${language}`)).click();
      (await find(`Remove ${language}`)).click();
    }
    await pause();
  }
}
