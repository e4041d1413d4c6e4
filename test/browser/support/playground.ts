import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Choice } from '../../playground/choice';
import { launchPlainChromium, showScenario } from '../../playground/plain-chromium';

/** One tab for all tests of a file. */
export interface Tab {
  readonly page: Page;
  /** Shows a scenario of the built playground and resolves once its state is reached. */
  show(choice: Partial<Choice> & Pick<Choice, 'scenario'>): Promise<void>;
}

/** Opens before the first test of the file and closes after its last one. */
export function useTab(options: BrowserContextOptions = {}): Tab {
  let browser: Browser | undefined;
  let page: Page | undefined;

  beforeAll(async () => {
    browser = await launchPlainChromium();
    page = await browser.newPage({ reducedMotion: 'reduce', ...options });
  });

  afterAll(async () => {
    await browser?.close();
  });

  const tab: Tab = {
    get page() {
      if (page === undefined) throw new Error('The tab is not open: use it inside a test');
      return page;
    },
    show: (choice) => showScenario(tab.page, inject('playgroundUrl'), choice),
  };
  return tab;
}
