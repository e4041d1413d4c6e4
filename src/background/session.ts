import { browser } from '../browser';
import { SignInFailure } from '../identity/failure';
import type { Identity } from '../identity/identity';
import { readAccount, tidyOtherAccounts, wipeAccount } from '../storage/account-state';
import * as catalogue from '../storage/catalogue';
import { readStored, toRecord } from '../storage/stored';
import type { Engine } from '../sync/engine';
import { buildEngine } from './build-engine';
import { readConfigurationInForce } from './configuration-in-force';
import { learnOrganisation } from './learn-organisation';

/** Who is signed in, and the engine that works for them. What a command achieved is seen in storage. */
export interface Session {
  readonly wake: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly retry: () => Promise<void>;
  readonly signIn: () => Promise<void>;
  readonly signOut: () => Promise<void>;
}

/** The session of this worker. Whatever fails, it goes on with what is stored: no failure leaves it deaf. */
export function createSession(identity: Identity): Session {
  let engine: Promise<Engine | null> = begin();
  let signingIn: Promise<void> | null = null;

  async function begin(): Promise<Engine | null> {
    try {
      await forgetLostSignIn();
      const account = await readAccount();
      return account && buildEngine(account, identity);
    } catch (error) {
      // Storage that cannot be read, or an account of a cloud that this build does not know.
      reportError(error);
      return null;
    }
  }

  async function useEngine(use: (engine: Engine) => Promise<void>): Promise<void> {
    const current = await engine;
    if (current) await use(current);
  }

  async function changeAccount(): Promise<void> {
    (await engine)?.stop();
    const isSignedIn = await signIn(identity).finally(() => {
      engine = begin();
    });
    if (!isSignedIn) return;
    await useEngine((current) => current.retry());
    await learnOrganisation(identity);
  }

  return {
    wake: () => useEngine((current) => current.wake()),
    refresh: () => useEngine((current) => current.refresh()),
    retry: () => useEngine((current) => current.retry()),
    signIn: () => {
      // A second click joins the first: each engine that is begun has to be stopped by somebody.
      signingIn ??= changeAccount().finally(() => {
        signingIn = null;
      });
      return signingIn;
    },
    signOut: async () => {
      (await engine)?.stop();
      engine = Promise.resolve(null);
      const account = await readAccount();
      // First what would be sent and signed in again: tokens without an account are of no use to anybody.
      if (account) await wipeAccount(account.key);
      await identity.forget();
      await browser.alarms.clearAll();
    },
  };
}

/** Signs in and stores the account, or why it did not work, for a popup that the sign-in window closed. */
async function signIn(identity: Identity): Promise<boolean> {
  const { local } = browser.storage;
  try {
    const configuration = await readConfigurationInForce();
    if (configuration === null) throw new SignInFailure('not-configured');
    await local.set(toRecord(catalogue.signInStatus, { status: 'running' }));
    const account = await identity.signIn(configuration);
    await local.set({
      ...toRecord(catalogue.account, account),
      ...toRecord(catalogue.signInStatus, { status: 'idle' }),
    });
    await tidyOtherAccounts(account.key);
    return true;
  } catch (error) {
    const { code, serviceCode } = error instanceof SignInFailure ? error : new SignInFailure('unavailable');
    await local.set(
      toRecord(catalogue.signInStatus, { status: 'failed', code, serviceCode, atMs: Date.now() }),
    );
    if (!(error instanceof SignInFailure)) throw error;
    return false;
  }
}

/** A sign-in that an earlier worker had begun is lost with it: the person may begin again. */
async function forgetLostSignIn(): Promise<void> {
  const { local } = browser.storage;
  const status = readStored(await local.get(catalogue.signInStatus.key), catalogue.signInStatus);
  if (status?.status === 'running') await local.set(toRecord(catalogue.signInStatus, { status: 'idle' }));
}
