import { gate } from '../../../src/storage/catalogue';
import { toRecord } from '../../../src/storage/stored';
import type { Chromium } from './chromium';
import { closedGate } from './closed-gate';

/**
 * Makes the closed gate of the only account stay closed for so long from now, so that the extension does nothing by
 * itself before. The worker is stopped for it, or it might be about to write that key itself.
 */
export async function keepGateClosed(chromium: Chromium, waitMs: number): Promise<void> {
  await chromium.stopWorker();
  await chromium.changeStorage('local', (record) => {
    const { accountKey, closed } = closedGate(record);
    return toRecord(gate(accountKey), { ...closed, setAtMs: Date.now(), waitMs });
  });
}
