import { browser } from '../browser';
import * as catalogue from './catalogue';
import { staysHere } from './stays-here';

/**
 * Takes out of `storage.sync` whatever of it is about an account, as whoever signs out asks. Other browsers keep what
 * they have taken over.
 */
export async function forgetShared(accountKey: string): Promise<void> {
  const keys = [catalogue.preferences, catalogue.doorbell].map((declare) => declare(accountKey).key);
  await browser.storage.sync.remove(keys).catch(staysHere);
}
