import { browser } from '../browser';
import { GraphFailure } from '../graph/failure';
import { SignInFailure } from '../identity/failure';
import { openAccountStore, readAccount } from '../storage/account-state';
import * as catalogue from '../storage/catalogue';
import { toRecord } from '../storage/stored';
import { gateOf } from '../sync/close-gate';
import { drainLock } from '../sync/engine-parts';
import { graphOf } from './build-engine';
import type { Work } from './current-work';
import type { LoggedParts } from './worker-parts';

/**
 * Asks Graph for the organisation's name, for the header, unless a gate is closed. Without an answer the header shows
 * the domain of the person's address, and it is asked for again at the next sign-in; but an answer that asks to wait
 * closes the gate for everything. Rejects where the browser's storage fails.
 */
export async function learnOrganisation(work: Work, parts: LoggedParts): Promise<void> {
  // The engine's own lock: its answers open the gate, and would open the one that is closed here.
  await parts.runExclusive(drainLock(work.account.key), () => learn(work, parts));
}

async function learn({ account, hasEnded }: Work, parts: LoggedParts): Promise<void> {
  const store = openAccountStore(account.key, parts.mirror);
  const before = await readAccount();
  if (before?.key !== account.key || before.organisation !== null) return;
  if ((await store.read()).gate !== null) return;
  try {
    const token = await parts.identity.accessToken(account);
    if (hasEnded()) return;
    const call = { token, requestId: parts.newId() };
    const organisation = await graphOf(account, parts).readOrganisation(call);
    const current = await readAccount();
    // In the turn of this last look the write begins: what a sign-out removes, it removes afterwards.
    if (current?.key !== account.key || hasEnded()) return;
    await browser.storage.local.set(toRecord(catalogue.account, { ...current, organisation }));
  } catch (error) {
    if (error instanceof SignInFailure) return;
    if (!(error instanceof GraphFailure)) throw error;
    const gate = gateOf({ nowMs: parts.clock.nowMs, random: parts.random }, error, 1);
    if (gate.code === 'throttled' && !hasEnded()) await store.commit({ gate });
  }
}
