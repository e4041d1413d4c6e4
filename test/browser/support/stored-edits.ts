import type { Page } from 'playwright-core';
import type { TrialEdit } from './kill-trial';

const MARK = 'stored: ';

/** Calls back for each edit of which the browser has told the popup that it is stored: the person was promised it. */
export async function watchStored(popup: Page, onStored: (isAbout: (edit: TrialEdit) => boolean) => void) {
  popup.on('console', (message) => {
    const text = message.text();
    if (!text.startsWith(MARK)) return;
    onStored(({ kind, language }) =>
      [`"kind":"${kind}"`, `"displayName":"${language}"`].every((part) => text.includes(part)),
    );
  });
  await popup.evaluate((mark) => {
    const { local } = chrome.storage;
    const real = local.set.bind(local);
    local.set = async (items) => {
      await real(items);
      for (const [key, text] of Object.entries(items))
        if (key.includes('/edit/')) console.log(mark + String(text));
    };
  }, MARK);
}
