import { browser } from '../browser';
import * as catalogue from './catalogue';
import { staysHere } from './stays-here';
import { readStored, toRecord } from './stored';

/** Reports where the browser's own sync carries what it is given: changes of `storage.sync`, by key. */
type Changes = Readonly<Record<string, { readonly newValue?: unknown }>>;

/**
 * Tells the person's other browsers that the profile is not what it was, and nothing else: Graph is where they read it.
 * Sync that is off, full or asked too often tells nobody, and they find out when they look.
 */
export async function ringDoorbell(accountKey: string, ring: catalogue.Ring): Promise<void> {
  await browser.storage.sync.set(toRecord(catalogue.doorbell(accountKey), ring)).catch(staysHere);
}

/** The ring among changes of `storage.sync`; null where there is none for this account, or what is there is junk. */
export function findRing(changes: Changes, accountKey: string): catalogue.Ring | null {
  const stored = catalogue.doorbell(accountKey);
  return readStored({ [stored.key]: changes[stored.key]?.newValue }, stored);
}
