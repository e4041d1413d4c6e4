import { browser } from '../browser';
import { GraphFailure } from '../graph/failure';
import type { Account } from '../identity/account';
import { SignInFailure } from '../identity/failure';
import type { Identity } from '../identity/identity';
import { readAccount } from '../storage/account-state';
import * as catalogue from '../storage/catalogue';
import { toRecord } from '../storage/stored';
import { graphOf } from './build-engine';

/** Asks Graph for the organisation's name, for the header. Without an answer the header shows the address's domain. */
export async function learnOrganisation(account: Account, identity: Identity): Promise<void> {
  try {
    const token = await identity.accessToken(account);
    const organisation = await graphOf(account).readOrganisation({ token, requestId: crypto.randomUUID() });
    const current = await readAccount();
    if (current?.key !== account.key) return;
    await browser.storage.local.set(toRecord(catalogue.account, { ...current, organisation }));
  } catch (error) {
    // The name is an ornament: what keeps it away also keeps the languages away, and is told there.
    if (!(error instanceof GraphFailure || error instanceof SignInFailure)) throw error;
  }
}
