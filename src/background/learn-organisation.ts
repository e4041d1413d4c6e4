import { browser } from '../browser';
import { GraphFailure } from '../graph/failure';
import { SignInFailure } from '../identity/failure';
import type { Identity } from '../identity/identity';
import { openAccountStore, readAccount } from '../storage/account-state';
import * as catalogue from '../storage/catalogue';
import { toRecord } from '../storage/stored';
import { graphOf } from './build-engine';

/**
 * Asks Graph for the organisation's name, for the header, unless a gate is closed. Without an answer the header shows
 * the domain of the person's address.
 */
export async function learnOrganisation(identity: Identity): Promise<void> {
  const account = await readAccount();
  if (account?.organisation !== null) return;
  const { gate } = await openAccountStore(account.key).read();
  if (gate !== null) return;
  try {
    const token = await identity.accessToken(account);
    const organisation = await graphOf(account).readOrganisation({ token, requestId: crypto.randomUUID() });
    if ((await readAccount())?.key !== account.key) return;
    await browser.storage.local.set(toRecord(catalogue.account, { ...account, organisation }));
  } catch (error) {
    // The name is an ornament: it is asked for again at the next sign-in.
    if (!(error instanceof GraphFailure || error instanceof SignInFailure)) throw error;
  }
}
