import { browser } from '../browser';
import { endSessionUrl } from '../identity/end-session';
import type { SignOut } from '../messages/contract';
import { unsentCount } from '../outbox/attention';
import { openAccountStore, readAccount } from '../storage/account-state';
import { putAway, tidyOtherAccounts, wipeAccount } from '../storage/wipe-account';
import type { WakeUp } from './wake-up';
import type { WorkerParts } from './worker-parts';

/**
 * Signs out whoever is signed in, when nothing goes on for them any more. Nothing is sent here: whoever chose `send` has
 * had it sent, and what another page said since stays. Rejects where the browser's storage fails.
 */
export async function signOut(
  { identity, mirror }: WorkerParts,
  wakeUp: WakeUp,
  { unsent, ofMicrosoft }: SignOut,
): Promise<void> {
  const account = await readAccount();
  const farewell = ofMicrosoft && account ? endSessionUrl(account) : null;
  // First what would be sent, restored and signed in again: tokens without an account are of no use to anybody.
  if (account) await (unsent === 'discard' ? wipeAccount : putAway)(account.key, mirror);
  // And of whoever has made way for them a moment ago.
  await tidyOtherAccounts(null, mirror);
  await identity.forget();
  await wakeUp.at(null);
  // A tab, not the sign-in window: Microsoft says there that it is done, and the browser why it could not be.
  if (farewell !== null) await browser.tabs.create({ url: farewell });
}

/** True where Microsoft 365 has all that an account's owner did. Rejects where the browser's storage fails. */
export async function isAllSent(
  accountKey: string,
  { mirror }: Pick<WorkerParts, 'mirror'>,
): Promise<boolean> {
  return unsentCount(await openAccountStore(accountKey, mirror).read()) === 0;
}
