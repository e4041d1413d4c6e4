import type { Chromium } from './chromium';
import { chromiumWorker } from './chromium-worker';
import { poll } from './poll';

/**
 * Gives what ends the service worker in the middle of whatever it does, and resolves when it is gone. Unlike
 * `stopWorker` it does not see to it that the worker stays away: an event that was under way may start it again.
 */
export async function createWorkerKiller({ context, extensionId }: Chromium): Promise<() => Promise<void>> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('Playwright gave no browser for its context');
  const worker = chromiumWorker(browser, extensionId);
  return async () => {
    // One that is just starting does not hear the first call.
    await poll('the service worker to die', () =>
      worker.stop().then(async () => !(await worker.isRunning())),
    );
  };
}
