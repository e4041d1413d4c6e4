import { browser } from '../browser';
import type { WorkerClock } from './worker-parts';

/** How long an update waits at most for the worker to come to rest. */
const PATIENCE_MS = 5 * 60_000;

/**
 * Puts an update of the extension off until the worker rests: Firefox installs one at once, in the middle of whatever
 * goes on, unless somebody listens. A worker that is stopped meanwhile is updated at its next start.
 * @param whenAtRest Settles once nothing is on its way.
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/runtime/onUpdateAvailable
 */
export function updateAtRest(whenAtRest: () => Promise<void>, clock: WorkerClock): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    const update = () => {
      browser.runtime.reload();
    };
    const stopTimer = clock.startTimer(update, PATIENCE_MS);
    whenAtRest()
      .catch(reportError)
      .finally(() => {
        stopTimer();
        update();
      })
      .catch(reportError);
  });
}
