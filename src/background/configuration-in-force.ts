import { browser } from '../browser';
import type { Configuration } from '../identity/configuration';
import { configurationInForce } from '../storage/configuration-in-force';
import { policy, settings, settingsElsewhere } from '../storage/registration-keys';

/** With what people sign in now; null where nobody has named a registration. */
export async function readConfigurationInForce(): Promise<Configuration | null> {
  return configurationInForce(
    await browser.storage.local.get([policy, settings, settingsElsewhere].map(({ key }) => key)),
  );
}
