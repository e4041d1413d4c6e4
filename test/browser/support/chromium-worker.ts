import type { CDPSession } from 'playwright-core';
import type { Stoppable } from './stop-for-good';

/**
 * The extension's service worker, seen from outside: Chromium's list of targets names it exactly while it lives.
 * `browser` is a session of the whole browser, not of one page.
 */
export function chromiumWorker(browser: CDPSession, extensionId: string): Stoppable {
  return {
    isRunning: async () => (await workerTargets()).length > 0,
    async stop() {
      for (const targetId of await workerTargets()) await close(targetId);
    },
  };

  async function workerTargets(): Promise<string[]> {
    const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
    const ours = targetInfos.filter(({ url }) => new URL(url).host === extensionId);
    return ours.map(({ targetId }) => targetId);
  }

  async function close(targetId: string): Promise<void> {
    try {
      await browser.send('Target.closeTarget', { targetId });
    } catch (error) {
      // It may have stopped by itself since it was listed.
      if ((await workerTargets()).includes(targetId)) throw error;
    }
  }
}
