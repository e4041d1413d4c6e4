import type { WorkerParts } from '../../src/background/worker-parts';
import type { Account } from '../../src/identity/account';
import type { Identity } from '../../src/identity/identity';
import * as catalogue from '../../src/storage/catalogue';
import { toRecord } from '../../src/storage/stored';
import { anAccount } from '../support/builders';
import { type Alarms, createAlarms } from './alarms';
import { type Area, type AreaSemantics, createArea } from './area';
import { type Clock, createClock } from './clock';
import { routeGlobals } from './context';
import { fetchFor } from './fetch';
import { createFakeIdentity, type FakeIdentity } from './identity';
import type { Life } from './life';
import { createLocks } from './locks';
import { openMirror } from './mirror';
import { type Click, openPage, type Page } from './page';
import { createRandom } from './random';
import { createService, type Service } from './service';
import type { Step } from './step';
import { createSyncArea, type SyncArea } from './sync-area';
import type { Shown } from './worker-context';
import { createWorkerHost, type WorkerHost } from './worker';

/** How a world begins. What is left out is the simplest: one signed-in account with an empty profile, no trouble. */
export interface WorldOptions {
  /** Decides everything that is left to chance; 1. */
  readonly seed?: number;
  /** What happens to a `set` whose caller was stopped: kept ('chromium'), or lost as a whole ('firefox'). */
  readonly semantics?: AreaSemantics;
  /** Whether such a `set` is lost in Firefox; left out, the seed decides. */
  readonly losesWrite?: () => boolean;
  /** The first one is signed in. */
  readonly accounts?: readonly [Account, ...Account[]];
  /** The identity room as one worker has it; left out: {@link World.identity}. */
  readonly identityOf?: (life: Life) => Identity;
  /** False: nobody is signed in yet. */
  readonly isSignedIn?: boolean;
  /** Another browser of the same people: shares their service and its clock, and nothing else. */
  readonly beside?: World;
}

/**
 * The whole extension over simulated surroundings: the real worker (`startWorker`), the real popup state and the real
 * storage code, with nothing real underneath: no time, no randomness, no network, no browser. The same seed and the
 * same calls give the same world.
 *
 * Nothing happens unless somebody lets it: follow what a test does by `await world.settle()` (all that can happen
 * without time passing) or `await world.advance(ms)`.
 */
export interface World {
  readonly clock: Clock;
  /** `storage.local`: shared by the worker and the pages, outlives both. */
  readonly local: Area;
  /** `storage.session`. The tokens are in {@link identity}. */
  readonly session: Area;
  /** `storage.sync`: what is put there arrives nowhere unless a test carries it there. */
  readonly sync: SyncArea;
  /** The copy of the outbox in IndexedDB: keys and texts as in `storage.local`. */
  readonly mirror: Area;
  readonly alarms: Alarms;
  /** Microsoft Graph, with everybody's profile and the log of every request and change. */
  readonly service: Service;
  /** Who can get a token. */
  readonly identity: FakeIdentity;
  readonly worker: WorkerHost;
  readonly account: Account;
  /** Everything that people did in popups of this world, oldest first; grows. */
  readonly clicks: readonly Click[];
  /** What the extension's code reported as an error that it did not expect, oldest first. */
  readonly reports: readonly unknown[];
  /** The badge, its title and the tabs, as the worker left them. */
  readonly shown: Readonly<Shown>;
  /** Told of every call into the surroundings: a test that kills here kills exactly there. */
  onStep: (step: Step) => void;
  /** Opens a popup. It is painted after `settle`, and asks the worker for a refresh, as popups do. */
  openPage(): Page;
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>;
  /** Lets that much simulated time pass; everything that falls due meanwhile happens in order. */
  advance(durationMs: number): Promise<void>;
  /** Advances until the condition holds, at most so long; gives the milliseconds that it took, null if it never did. */
  advanceUntil(condition: () => boolean, limitMs: number): Promise<number | null>;
  /** Everything that runs is gone, and every token with it; then the browser starts again. */
  restartBrowser(): void;
  /** The next number of this world's seed: 0 or more, less than 1. */
  random(): number;
}

const START_MS = Date.UTC(2026, 6, 6, 6, 0, 0);

/** Builds a world. Its worker is not started yet: the first event does that, or `world.worker.start()`. */
export function createWorld(options: WorldOptions = {}): World {
  routeGlobals();
  const { seed = 1, semantics = 'chromium', accounts = [anAccount()], isSignedIn = true, beside } = options;
  const random = createRandom(seed);
  const clock = beside?.clock ?? createClock(START_MS);
  const service = beside?.service.another() ?? createService(clock);
  const { losesWrite = () => random() < 0.5, identityOf } = options;
  const isLost = () => semantics === 'firefox' && losesWrite();
  const local = createArea('local', isLost);
  const session = createArea('session', isLost);
  const sync = createSyncArea();
  const mirror = createArea('mirror', isLost);
  const alarms = createAlarms(clock);
  const locks = createLocks();
  const identity = createFakeIdentity(service, clock);
  const clicks: Click[] = [];
  const reports: unknown[] = [];
  const pages: Page[] = [];
  const shown: Shown = { badge: '', title: '', tabs: [] };
  const [account] = accounts;
  let ids = 0;

  /** A GUID of this world: of its seed, so that two browsers never make the same. */
  const newId = () => {
    ids += 1;
    const own = String(seed).padStart(8, '0').slice(-8);
    return `${own}-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  };
  const report = (error: unknown) => void reports.push(error);
  const onStep = (step: Step) => {
    world.onStep(step);
  };
  const partsFor = (life: Life, run: (code: () => void) => void): WorkerParts => ({
    identity: identityOf?.(life) ?? identity.open(life),
    fetch: fetchFor(service, life),
    runExclusive: (name, task) => locks.run(life, name, task),
    mirror: openMirror(mirror, life),
    clock: {
      nowMs: clock.nowMs,
      startTimer: (listener, waitMs) =>
        clock.after(waitMs, () => {
          run(listener);
        }),
      timeoutSignal: (waitMs) => timeoutSignal(clock, waitMs),
    },
    newId,
    random,
  });
  const worker = createWorkerHost({
    ...{ clock, local, session, sync, alarms, partsFor, onStep, report, shown },
    pagesOrigin: `${semantics === 'firefox' ? 'moz' : 'chrome'}-extension://an-extension/`,
  });

  const world: World = {
    ...{
      clock,
      local,
      session,
      sync,
      mirror,
      alarms,
      service,
      identity,
      worker,
      account,
      clicks,
      reports,
      shown,
      random,
    },
    onStep: () => undefined,
    openPage() {
      const page = openPage({
        ...{ local, newId, clicks, onStep, report },
        nowMs: clock.nowMs,
        message: worker.message,
      });
      pages.push(page);
      return page;
    },
    settle: clock.settle,
    advance: clock.advance,
    advanceUntil: clock.advanceUntil,
    restartBrowser() {
      worker.kill();
      for (const page of pages) page.close();
      identity.held.clear();
      session.write(Object.fromEntries(Object.keys(session.record).map((key) => [key, undefined])));
      worker.tell('onStartup');
    },
  };
  if (isSignedIn) {
    local.write(toRecord(catalogue.account, account));
    identity.held.set(account.key, service.mint(account.key));
  }
  return world;
}

function timeoutSignal(clock: Clock, waitMs: number): AbortSignal {
  const controller = new AbortController();
  clock.after(waitMs, () => {
    controller.abort(new DOMException('The operation timed out.', 'TimeoutError'));
  });
  return controller.signal;
}
