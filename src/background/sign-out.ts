import { browser } from '../browser';
import { endSessionUrl } from '../identity/end-session';
import type { SignOut } from '../messages/contract';
import { readAccount } from '../storage/account-state';
import { discardKept, putAway, tidyOtherAccounts, wipeAccount } from '../storage/wipe-account';
import type { WakeUp } from './wake-up';
import type { LoggedParts } from './worker-parts';

/**
 * Signs somebody out when nothing goes on for them any more. Where they have made way for another account that one stays
 * signed in, and of them goes what they discard. Nothing is sent here. Rejects where the browser's storage fails.
 */
export async function signOut(
  { identity, mirror, log }: LoggedParts,
  wakeUp: WakeUp,
  { accountKey, unsent, ofMicrosoft }: SignOut,
): Promise<void> {
  const account = await readAccount();
  if (account?.key !== accountKey) {
    if (unsent === 'discard') await discardKept(accountKey, mirror);
    return;
  }
  const farewell = ofMicrosoft ? endSessionUrl(account) : null;
  // Whatever becomes of that, nobody stays signed in for it.
  const cleared = log.clear();
  // First what would be sent, restored and signed in again: tokens without an account are of no use to anybody.
  await (unsent === 'discard' ? wipeAccount : putAway)(account.key, mirror);
  // And of whoever has made way for them a moment ago.
  await tidyOtherAccounts(null, mirror);
  await identity.forget();
  await cleared;
  await wakeUp.at(null);
  // A tab, not the sign-in window: Microsoft says there that it is done, and the browser why it could not be.
  if (farewell !== null) await browser.tabs.create({ url: farewell });
}
