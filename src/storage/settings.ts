import { browser } from '../browser';
import type { Configuration } from '../identity/configuration';
import * as registration from './registration-keys';
import { NO_POLICY, type Policy } from './policy';
import { configurationInForce } from './configuration-in-force';
import { shareSettings } from './share-settings';
import { staysHere } from './stays-here';
import { readStored, type StorageRecord, toRecord } from './stored';

/** Who says with which registration to sign in. */
export interface KeptSettings {
  /** The person's own choice in this browser; null while they made none. */
  readonly own: Configuration | null;
  /** What they chose last in another one; null while nothing has arrived. */
  readonly elsewhere: Configuration | null;
  /** What their organisation prescribes. */
  readonly policy: Policy;
  /** What counts; null where nobody has named a registration. */
  readonly inForce: Configuration | null;
}

/**
 * Gives the settings now and again after every change of them, until the signal ends it. Rejects where the first read
 * fails.
 */
export async function watchSettings(
  show: (settings: KeptSettings) => void,
  signal: AbortSignal,
): Promise<void> {
  const { local } = browser.storage;
  const keys = Object.values(registration).map(({ key }) => key);
  const changed: StorageRecord = {};
  let read: StorageRecord | null = null;
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    const known = keys.filter((key) => key in changes);
    for (const key of known) changed[key] = changes[key]?.newValue;
    if (read && known.length > 0) show(toKeptSettings({ ...read, ...changed }));
  };
  local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    local.onChanged.removeListener(onChanged);
  });
  read = await local.get(keys);
  // What changed while the read was under way is newer than what it gives.
  show(toKeptSettings({ ...read, ...changed }));
}

/**
 * Stores the person's choice, and offers it to their other browsers where the browser syncs. Rejects where this browser
 * could not store it.
 */
export async function saveSettings(settings: Configuration): Promise<void> {
  await browser.storage.local.set(toRecord(registration.settings, settings));
  // Never before: what could not be kept here must not come back from elsewhere. The worker offers what is not offered.
  await shareSettings().catch(staysHere);
}

function toKeptSettings(record: StorageRecord): KeptSettings {
  return {
    own: readStored(record, registration.settings),
    elsewhere: readStored(record, registration.settingsElsewhere),
    policy: readStored(record, registration.policy) ?? NO_POLICY,
    inForce: configurationInForce(record),
  };
}
