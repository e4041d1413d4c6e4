import { createGraph } from '../graph/create-graph';
import type { Graph } from '../graph/graph';
import type { Account } from '../identity/account';
import { findCloud } from '../identity/clouds';
import { openAccountStore } from '../storage/account-state';
import { mendStorage } from '../storage/mend-storage';
import { createEngine, type Engine } from '../sync/engine';
import type { Doorbell } from './doorbell';
import { loggedGraph } from './logged';
import type { WakeUp } from './wake-up';
import type { LoggedParts } from './worker-parts';

/** The engine of one account over the worker's storage, clock, locks and network. */
export function buildEngine(
  account: Account,
  parts: LoggedParts,
  { wakeUp, doorbell }: { readonly wakeUp: WakeUp; readonly doorbell: Doorbell },
): Engine {
  const { identity, mirror, clock, runExclusive, newId, random } = parts;
  return createEngine(account.key, {
    graph: graphOf(account, parts),
    store: openAccountStore(account.key, mirror),
    accessToken: (options) => identity.accessToken(account, options),
    runExclusive,
    mendStorage: (hasStopped) => mendStorage(mirror, { nowMs: clock.nowMs(), newId, hasStopped }),
    wakeAt: wakeUp.at,
    tellOthers: () => {
      doorbell.ring(account.key);
    },
    nowMs: clock.nowMs,
    newId,
    random,
  });
}

/** The client of the cloud that the account is in. Throws for an account of a cloud that this build does not know. */
export function graphOf(
  account: Account,
  { fetch, clock, log }: Pick<LoggedParts, 'fetch' | 'clock' | 'log'>,
): Graph {
  const cloud = findCloud(account.cloud);
  if (!cloud) throw new Error(`This build does not know the cloud ${account.cloud}`);
  const { nowMs, timeoutSignal } = clock;
  return loggedGraph(createGraph({ graphOrigin: cloud.graphOrigin, fetch, nowMs, timeoutSignal }), log);
}
