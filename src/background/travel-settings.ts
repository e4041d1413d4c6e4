import { browser } from '../browser';
import { settings } from '../storage/registration-keys';
import { adoptSettings } from '../storage/settings';

/**
 * Takes over with which registration the person signs in elsewhere, for as long as they choose none here: now, and
 * whenever the browser's sync brings something. To be called in the worker's first turn.
 */
export function travelSettings(): void {
  const adopt = () => {
    adoptSettings().catch(reportError);
  };
  browser.storage.sync.onChanged.addListener((changes) => {
    if (settings.key in changes) adopt();
  });
  adopt();
}
