import { browser } from '../browser';
import { settings, settingsElsewhere } from './registration-keys';
import { staysHere } from './stays-here';
import { readStored, toRecord } from './stored';
import { settingsOffered } from './worker-keys';

/**
 * Offers the person's choice of this browser to their others, once: what they choose there later is not written over.
 * What the browser's sync refuses is offered the next time. Then takes over what is chosen elsewhere. Rejects where
 * `storage.local` fails.
 */
export async function shareSettings(): Promise<void> {
  const { local, sync } = browser.storage;
  const record = await local.get([settings.key, settingsOffered.key]);
  const own = readStored(record, settings);
  const offered = toRecord(settingsOffered, own);
  if (own !== null && record[settingsOffered.key] !== offered[settingsOffered.key]) {
    const isOffered = await sync.set(toRecord(settings, own)).then(() => true, staysHere);
    if (isOffered) await local.set(offered);
  }
  await adoptSettings();
}

/**
 * Copies what was chosen last in any browser to where pages find it. What cannot be read here (junk, a newer version, a
 * cloud of another build) changes nothing. Rejects where `storage.local` fails.
 */
export async function adoptSettings(): Promise<void> {
  const { local, sync } = browser.storage;
  const shared = await sync.get(settings.key).catch(staysHere);
  const theirs = shared ? readStored(shared, settings) : null;
  if (theirs === null) return;
  const { key } = settingsElsewhere;
  const record = toRecord(settingsElsewhere, theirs);
  const kept = await local.get(key);
  if (kept[key] !== record[key]) await local.set(record);
}
