import { browser } from '../browser';
import type { Configuration } from '../identity/configuration';
import * as registration from './registration-keys';
import { configurationInForce, partsInForce, type SaidParts } from './configuration-in-force';
import { NO_POLICY, type Policy } from './policy';
import { shareSettings } from './share-settings';
import { staysHere } from './stays-here';
import { readStored, type StorageRecord, toRecord } from './stored';

/** Who says with which registration to sign in. */
export interface KeptSettings {
  /** The person's own choice in this browser; null while they made none. */
  readonly own: Configuration | null;
  /** What they chose last in another one; null while nothing has arrived. */
  readonly elsewhere: Configuration | null;
  /** Each part that counts, and who says it. */
  readonly parts: SaidParts;
  /** What the organisation prescribes of them. */
  readonly prescribed: Partial<Configuration>;
  /** All that it prescribes. */
  readonly policy: Policy;
  /** What counts; null where nobody has named a registration. */
  readonly inForce: Configuration | null;
}

/** The settings out of all that `storage.local` holds. */
export function settingsIn(record: StorageRecord): KeptSettings {
  const policy = readStored(record, registration.policy) ?? NO_POLICY;
  const { cloud, tenant, clientId } = policy;
  return {
    own: readStored(record, registration.settings),
    elsewhere: readStored(record, registration.settingsElsewhere),
    parts: partsInForce(record),
    prescribed: { ...(cloud && { cloud }), ...(tenant && { tenant }), ...(clientId && { clientId }) },
    policy,
    inForce: configurationInForce(record),
  };
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
