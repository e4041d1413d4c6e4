import { browser } from '../browser';
import { settings } from '../storage/registration-keys';
import { adoptSettings, shareSettings } from '../storage/share-settings';

/**
 * Takes over with which registration the person signs in elsewhere, for as long as they choose none here: now, and
 * whenever the browser's sync brings something; and offers what they chose here, where sync had refused it. To be called
 * in the worker's first turn.
 */
export function travelSettings(): void {
  browser.storage.sync.onChanged.addListener((changes) => {
    if (settings.key in changes) adoptSettings().catch(reportError);
  });
  shareSettings().catch(reportError);
}
