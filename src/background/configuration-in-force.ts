import { browser } from '../browser';
import { type Configuration, defaultConfiguration } from '../identity/configuration';
import * as catalogue from '../storage/catalogue';
import { readStored } from '../storage/stored';

/** With what people sign in: their own settings, else the build's; null where neither names a registration. */
export async function readConfigurationInForce(): Promise<Configuration | null> {
  const record = await browser.storage.local.get(catalogue.settings.key);
  return readStored(record, catalogue.settings) ?? defaultConfiguration();
}
