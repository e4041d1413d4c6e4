import type { Chromium } from './chromium';

/**
 * Gives what ends the whole browser as a power cut of its own would: SIGKILL to every process at once, nothing is
 * written any more. Resolves when Playwright has noticed.
 */
export async function createBrowserKiller({ context }: Chromium): Promise<() => Promise<void>> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('Playwright gave no browser for its context');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return async () => {
    const closed = new Promise((resolve) => context.once('close', resolve));
    for (const { id } of processInfo) killIfAlive(id);
    await closed;
  };
}

function killIfAlive(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // A renderer that ended since it was listed, or with the browser just now.
  }
}
