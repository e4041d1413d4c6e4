import { browser } from '../browser';
import type { Configuration } from '../identity/configuration';
import * as catalogue from './catalogue';
import { readStored, toRecord } from './stored';

/** The person's own choice of registration; null while they left it to the build. */
export async function readSettings(): Promise<Configuration | null> {
  const record = await browser.storage.local.get(catalogue.settings.key);
  return readStored(record, catalogue.settings);
}

/** Stores their choice; null takes it back. Rejects where the browser could not store it. */
export async function saveSettings(settings: Configuration | null): Promise<void> {
  await browser.storage.local.set(toRecord(catalogue.settings, settings));
}
