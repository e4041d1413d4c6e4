import { browser } from '../browser';
import { GraphFailure } from '../graph/failure';
import { SignInFailure } from '../identity/failure';
import { openAccountStore, readAccount } from '../storage/account-state';
import * as catalogue from '../storage/catalogue';
import { toRecord } from '../storage/stored';
import { graphOf } from './build-engine';
import type { WorkerParts } from './worker-parts';

/**
 * Asks Graph for the organisation's name, for the header, unless a gate is closed. Without an answer the header shows
 * the domain of the person's address.
 */
export async function learnOrganisation(parts: WorkerParts): Promise<void> {
  const account = await readAccount();
  if (account?.organisation !== null) return;
  const { gate } = await openAccountStore(account.key, parts.mirror).read();
  if (gate !== null) return;
  try {
    const token = await parts.identity.accessToken(account);
    const call = { token, requestId: parts.newId() };
    const organisation = await graphOf(account, parts).readOrganisation(call);
    if ((await readAccount())?.key !== account.key) return;
    await browser.storage.local.set(toRecord(catalogue.account, { ...account, organisation }));
  } catch (error) {
    // The name is an ornament: it is asked for again at the next sign-in.
    if (!(error instanceof GraphFailure || error instanceof SignInFailure)) throw error;
  }
}
