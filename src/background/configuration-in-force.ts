import { browser } from '../browser';
import type { Configuration } from '../identity/configuration';
import * as catalogue from '../storage/catalogue';
import { configurationInForce } from '../storage/configuration-in-force';

/** With what people sign in now; null where nobody has named a registration. */
export async function readConfigurationInForce(): Promise<Configuration | null> {
  const { settings, settingsElsewhere } = catalogue;
  return configurationInForce(await browser.storage.local.get([settings.key, settingsElsewhere.key]));
}
