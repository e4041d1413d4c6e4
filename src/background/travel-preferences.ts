import { browser } from '../browser';
import { account } from '../storage/catalogue';
import { adoptPreferences, sharePreferences } from '../storage/share-preferences';
import { isPreferencesKey } from '../storage/worker-keys';
import type { WorkerClock } from './worker-parts';

/** Browsers take some 120 writes of `storage.sync` a minute, and a drag alone can be that many choices. */
const PAUSE_MS = 10_000;

/**
 * Carries what the person chose between their browsers: takes over what the browser's sync brings, and passes on what
 * is chosen here, once in ten seconds at most, the last state then. What it did not get to, the next worker does. To be
 * called in the worker's first turn.
 */
export function travelPreferences(clock: WorkerClock): void {
  let isAsked = false;
  let isBusy = false;
  let isWaiting = false;

  const adopt = () => {
    adoptPreferences(clock.nowMs()).catch(reportError);
  };

  async function passOn(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      const outcome = await sharePreferences(clock.nowMs());
      isWaiting = outcome === 'waits';
      if (outcome !== 'nothing-new') await new Promise<void>((end) => clock.startTimer(end, PAUSE_MS));
    }
  }

  function share(): void {
    isAsked = true;
    if (isBusy) return;
    isBusy = true;
    passOn()
      .catch(reportError)
      .finally(() => {
        isBusy = false;
      })
      .catch(reportError);
  }

  browser.storage.sync.onChanged.addListener((changes) => {
    if (!Object.keys(changes).some(isPreferencesKey)) return;
    adopt();
    share();
  });
  browser.storage.local.onChanged.addListener((changes) => {
    const isSignIn = account.key in changes;
    if (isSignIn) adopt();
    if (isSignIn || isWaiting || Object.keys(changes).some(isPreferencesKey)) share();
  });
  adopt();
  share();
}
