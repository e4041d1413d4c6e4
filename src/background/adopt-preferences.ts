import { browser } from '../browser';
import * as catalogue from '../storage/catalogue';
import { adoptPreferences } from '../storage/share-preferences';

/**
 * Takes over what the person chose in another browser: now, when they sign in, and whenever the browser's sync brings
 * something.
 */
export function adoptPreferencesAlways(): void {
  const adopt = () => {
    adoptPreferences(Date.now()).catch(reportError);
  };
  browser.storage.sync.onChanged.addListener(adopt);
  browser.storage.local.onChanged.addListener((changes) => {
    if (catalogue.account.key in changes) adopt();
  });
  adopt();
}
