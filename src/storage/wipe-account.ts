import { browser } from '../browser';
import * as catalogue from './catalogue';
import { forgetShared, removeShared } from './forget-shared';
import type { OutboxMirror } from './outbox-mirror';
import { succeeds } from './remove-for-good';
import { staysHere } from './stays-here';
import { waitingRecord } from './waiting-edits';
import { accountOfKey, editOfKey, singles } from './worker-keys';

/**
 * Removes everything that is kept of an account, as whoever signs out asks. Settings stay, and what another account has
 * not sent yet. Rejects where the browser's storage fails: then the account may still be there, whole.
 * First the mirror: killed between the two, the account is still there, and the mirror is filled again.
 */
export async function wipeAccount(accountKey: string, mirror: OutboxMirror): Promise<void> {
  // Nobody is kept signed in by a mirror that fails: what it may bring back waits for the same person.
  await succeeds(mirror.clear(catalogue.accountPrefix(accountKey)));
  await signOff(accountKey, async () => ownKeys(await browser.storage.local.get(null), accountKey));
}

/** As {@link wipeAccount}, but for the edits that wait: they stay for the same person's next sign-in, in both copies. */
export async function putAway(accountKey: string, mirror: OutboxMirror): Promise<void> {
  await signOff(accountKey, () => restOf(accountKey, mirror));
}

/** Removes the edits that wait for the next sign-in of somebody who is not signed in. Rejects where the browser's storage fails. */
export async function discardKept(accountKey: string, mirror: OutboxMirror): Promise<void> {
  const { local } = browser.storage;
  await succeeds(mirror.clear(catalogue.accountPrefix(accountKey)));
  await local.remove(ownKeys(await local.get(null), accountKey));
}

/**
 * Of other accounts only the edits stay that wait for their owner. What they share with their other browsers by
 * `storage.sync` stays there as well: whoever makes way has not signed out, and it is ids that say nothing to others.
 * Rejects where the browser's storage fails.
 */
export async function tidyOtherAccounts(accountKey: string | null, mirror: OutboxMirror): Promise<void> {
  const { local } = browser.storage;
  const owners = new Set(Object.keys(await local.get(null)).map(accountOfKey));
  for (const owner of owners) {
    if (owner === null || owner === accountKey) continue;
    const rest = await restOf(owner, mirror);
    if (rest.length > 0) await local.remove(rest);
  }
}

/** @param findGone Gives the keys that go, as storage is then. */
async function signOff(accountKey: string, findGone: () => Promise<string[]>): Promise<void> {
  const { local } = browser.storage;
  await removeShared(accountKey).catch(staysHere);
  const wiped = singles.filter(({ onSignOut }) => onSignOut === 'wipe').map(({ key }) => key);
  await local.remove([...(await findGone()), ...wiped]);
  // And what another page stored in between: from now on pages see that nobody is signed in.
  await local.remove([...(await findGone()), ...wiped]);
  // And what was being shared right then.
  await forgetShared(accountKey);
}

/**
 * Stores the edits that wait as they can stay alone; gives the keys of everything else. A finished edit is not among
 * them where the mirror fails: its copy there may be from before it was sent, and would be sent again.
 */
async function restOf(accountKey: string, mirror: OutboxMirror): Promise<string[]> {
  const { local } = browser.storage;
  const record = await local.get(null);
  const kept = waitingRecord(record, accountKey);
  const changed = Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => record[entry[0]] !== entry[1]),
  );
  if (Object.keys(changed).length > 0) await Promise.all([local.set(changed), succeeds(mirror.put(changed))]);
  const rest = ownKeys(record, accountKey).filter((key) => !(key in kept));
  const finished = rest.filter((key) => editOfKey(key) !== null);
  const isGone = finished.length === 0 || (await succeeds(mirror.remove(finished)));
  return isGone ? rest : rest.filter((key) => !finished.includes(key));
}

function ownKeys(record: object, accountKey: string): string[] {
  return Object.keys(record).filter((key) => key.startsWith(catalogue.accountPrefix(accountKey)));
}
