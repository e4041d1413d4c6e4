import { browser } from '../browser';
import * as catalogue from './catalogue';
import { readStored, toRecord } from './stored';
import { leftShared } from './worker-keys';

/** Takes out of `storage.sync` whatever of it is about an account. Rejects where the browser refuses to. */
export async function removeShared(accountKey: string): Promise<void> {
  const keys = [catalogue.preferences, catalogue.doorbell].map((declare) => declare(accountKey).key);
  await browser.storage.sync.remove(keys);
}

/**
 * The same, as whoever signs out asks; where the browser refuses to, it is remembered. Other browsers keep what they
 * have taken over. Rejects where `storage.local` fails.
 */
export async function forgetShared(accountKey: string): Promise<void> {
  const isLeft = await removeShared(accountKey).then(
    () => false,
    () => true,
  );
  await noteLeft(accountKey, isLeft);
}

/** Does what earlier sign-outs could not do, but for whoever is signed in again. Rejects as above. */
export async function forgetLeftShared(): Promise<void> {
  const { local } = browser.storage;
  for (const accountKey of readStored(await local.get(leftShared.key), leftShared) ?? []) {
    const signedIn = readStored(await local.get(catalogue.account.key), catalogue.account);
    if (accountKey === signedIn?.key) await noteLeft(accountKey, false);
    else await forgetShared(accountKey);
  }
}

async function noteLeft(accountKey: string, isLeft: boolean): Promise<void> {
  const { local } = browser.storage;
  const left = readStored(await local.get(leftShared.key), leftShared) ?? [];
  const now = [...left.filter((key) => key !== accountKey), ...(isLeft ? [accountKey] : [])];
  if (now.length > 0) await local.set(toRecord(leftShared, now));
  else await local.remove(leftShared.key);
}
