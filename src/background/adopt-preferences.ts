import { browser } from '../browser';
import { adoptPreferences } from '../storage/share-preferences';

/** Takes over what the person chose in another browser: now, and whenever the browser's sync brings something. */
export function adoptPreferencesAlways(): void {
  const adopt = () => {
    adoptPreferences().catch(reportError);
  };
  browser.storage.sync.onChanged.addListener(adopt);
  adopt();
}
