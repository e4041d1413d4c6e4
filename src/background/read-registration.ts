import { browser } from '../browser';
import type { Configuration } from '../identity/configuration';
import { configurationInForce } from '../storage/configuration-in-force';
import * as registration from '../storage/registration-keys';
import { readStored } from '../storage/stored';

const KEYS = Object.values(registration).map(({ key }) => key);

/** With what people sign in now; null where nobody has named a registration. */
export async function readConfigurationInForce(): Promise<Configuration | null> {
  return configurationInForce(await browser.storage.local.get(KEYS));
}

/** With what the tokens of whoever is signed in are renewed: what they signed in with, else what is in force. */
export async function readRegistrationInUse(): Promise<Configuration | null> {
  const record = await browser.storage.local.get(KEYS);
  return readStored(record, registration.registrationInUse) ?? configurationInForce(record);
}
