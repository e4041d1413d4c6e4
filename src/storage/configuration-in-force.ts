import { type Configuration, defaultConfiguration } from '../identity/configuration';
import * as catalogue from './catalogue';
import { readStored, type StorageRecord } from './stored';

/**
 * With which registration people sign in, out of what `storage.local` holds; null where nobody has named one.
 * In this order: their own settings, those of their other browsers, the build's. Whoever is to have the say before all
 * of them goes first here, and nowhere else.
 */
export function configurationInForce(record: StorageRecord): Configuration | null {
  return (
    readStored(record, catalogue.settings) ??
    readStored(record, catalogue.settingsElsewhere) ??
    defaultConfiguration()
  );
}
