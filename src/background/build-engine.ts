import { createGraph } from '../graph/create-graph';
import type { Graph } from '../graph/graph';
import type { Account } from '../identity/account';
import { findCloud } from '../identity/clouds';
import type { Identity } from '../identity/identity';
import { openAccountStore } from '../storage/account-state';
import { createEngine, type Engine } from '../sync/engine';
import type { EngineParts } from '../sync/engine-parts';
import { wakeAt } from './wake-up';

/** The engine of one account over the browser's own storage, clock, locks and network. */
export function buildEngine(account: Account, identity: Identity): Engine {
  const parts: EngineParts = {
    graph: graphOf(account),
    store: openAccountStore(account.key),
    accessToken: (options) => identity.accessToken(account, options),
    runExclusive: async (name, task) => {
      await navigator.locks.request(name, task);
    },
    wakeAt: (timeMs) =>
      wakeAt(timeMs, () => {
        engine.wake().catch(reportError);
      }),
    nowMs: Date.now,
    newId: () => crypto.randomUUID(),
    random: Math.random,
  };
  const engine = createEngine(account.key, parts);
  return engine;
}

/** The client of the cloud that the account is in. Throws for an account of a cloud that this build does not know. */
export function graphOf(account: Account): Graph {
  const cloud = findCloud(account.cloud);
  if (!cloud) throw new Error(`This build does not know the cloud ${account.cloud}`);
  return createGraph({ graphOrigin: cloud.graphOrigin, fetch: (...args) => fetch(...args), nowMs: Date.now });
}
