import { browser } from '../browser';
import { adoptPolicy } from '../storage/adopt-policy';
import type { WorkerClock } from './worker-parts';

/** Chromium has been seen to give policies up to 4 s after its start. */
const SURE_AFTER_MS = 10_000;

/**
 * Takes over what the organisation prescribes: now, and whenever the browser learns of a change. To be called in the
 * worker's first turn.
 */
export function followPolicy({ startTimer }: Pick<WorkerClock, 'startTimer'>): void {
  async function adopt(isSure: boolean): Promise<void> {
    const isDoubtful = await adoptPolicy(isSure);
    if (isDoubtful) startTimer(() => void adopt(true).catch(reportError), SURE_AFTER_MS);
  }
  browser.storage.managed.onChanged.addListener(() => {
    adopt(true).catch(reportError);
  });
  adopt(false).catch(reportError);
}
