import { type Configuration, defaultConfiguration } from '../identity/configuration';
import { policy, settings, settingsElsewhere } from './registration-keys';
import { readStored, type StorageRecord } from './stored';

/**
 * With which registration people sign in, out of what `storage.local` holds; null where nobody has named one. What the
 * organisation prescribes goes part by part before everything else; then in this order: the person's own settings,
 * those of their other browsers, the build's.
 */
export function configurationInForce(record: StorageRecord): Configuration | null {
  const chosen =
    readStored(record, settings) ?? readStored(record, settingsElsewhere) ?? defaultConfiguration();
  const prescribed = readStored(record, policy);
  const cloud = prescribed?.cloud ?? chosen?.cloud ?? 'global';
  const tenant = prescribed?.tenant ?? chosen?.tenant;
  const clientId = prescribed?.clientId ?? chosen?.clientId ?? __DEFAULT_CLIENT_ID__;
  return tenant === undefined || clientId === null ? null : { cloud, tenant, clientId };
}
