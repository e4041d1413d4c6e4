import { startWorker } from '../../src/background/start-worker';
import type { WorkerParts } from '../../src/background/worker-parts';
import type { Alarms } from './alarms';
import type { Area } from './area';
import type { Clock } from './clock';
import { runIn } from './context';
import { openEvents } from './events';
import { createLife, type Life } from './life';
import type { Step } from './step';
import { type Shown, workerContext } from './worker-context';

/** The worker as the browser runs it: started by events, stopped when nothing happens, or at any time. */
export interface WorkerHost {
  readonly isRunning: boolean;
  /** How many have been started; the number of the one that runs. */
  readonly started: number;
  /** After so long without anything to do it is stopped. 30 s. */
  idleMs: number;
  /** True: no event starts a worker, as while the browser is busy. */
  isHeldBack: boolean;
  /** Starts one, if none runs. */
  start(): void;
  /** Stops it in the middle of whatever it does. */
  kill(): void;
  /** Tells the worker of an event of `browser.runtime`; starts it for that. */
  tell(event: 'onStartup' | 'onInstalled' | 'onUpdateAvailable'): void;
  /** Delivers a message of one of the extension's pages; rejects where nobody answers. */
  readonly message: (message: unknown) => Promise<unknown>;
}

/** What the host runs the worker over. */
export interface Surroundings {
  readonly clock: Clock;
  readonly local: Area;
  readonly session: Area;
  readonly sync: Area;
  readonly alarms: Alarms;
  /** What is different for each life. */
  readonly partsFor: (life: Life, run: (code: () => void) => void) => WorkerParts;
  readonly pagesOrigin: string;
  readonly onStep: (step: Step) => void;
  readonly report: (error: unknown) => void;
  readonly shown: Shown;
}

const IDLE_MS = 30_000;

/** A host without a worker yet. */
export function createWorkerHost(surroundings: Surroundings): WorkerHost {
  const { clock, alarms } = surroundings;
  let life: Life | null = null;
  let started = 0;
  let events = openEvents();
  let lastBusyMs = 0;
  let isWatched = false;

  function noteBusy(): void {
    lastBusyMs = clock.trueMs;
    if (isWatched) return;
    isWatched = true;
    watchIdleness(host.idleMs);
  }

  function watchIdleness(waitMs: number): void {
    clock.after(waitMs, () => {
      const restMs = lastBusyMs + host.idleMs - clock.trueMs;
      if (life !== null && restMs > 0) {
        watchIdleness(restMs);
        return;
      }
      isWatched = false;
      host.kill();
    });
  }

  function reload(): void {
    host.kill();
    host.tell('onInstalled');
  }

  const host: WorkerHost = {
    get isRunning() {
      return life !== null;
    },
    get started() {
      return started;
    },
    idleMs: IDLE_MS,
    isHeldBack: false,
    start() {
      if (life !== null || host.isHeldBack) return;
      started += 1;
      const own = createLife(started, (step) => {
        noteBusy();
        surroundings.onStep(step);
      });
      life = own;
      events = openEvents();
      noteBusy();
      const run = (code: () => void) => {
        if (own.isAlive) runIn(context, code);
      };
      const context = workerContext(surroundings, own, run, { events, reload });
      runIn(context, () => {
        startWorker(surroundings.partsFor(own, run));
      });
    },
    kill() {
      const own = life;
      life = null;
      own?.end();
    },
    tell(event) {
      host.start();
      noteBusy();
      events.fire(event);
    },
    async message(message) {
      host.start();
      noteBusy();
      const own = life;
      const sender = {
        id: 'an-extension',
        url: `${surroundings.pagesOrigin}src/popup/index.html`,
        frameId: 0,
      };
      const replies = own === null ? [] : events.fire('onMessage', message, sender);
      const reply = replies.find((each) => each instanceof Promise);
      if (reply === undefined || own === null) throw new Error('Could not establish connection.');
      const gone = new Promise((_, reject) => {
        own.onEnd(() => {
          reject(new Error('The message port closed before a response was received.'));
        });
      });
      return Promise.race<unknown>([reply, gone]);
    },
  };

  alarms.onRing = (name) => {
    host.start();
    noteBusy();
    events.fire('onAlarm', { name });
  };
  for (const area of [surroundings.local, surroundings.sync]) {
    area.onChange = () => {
      host.start();
      noteBusy();
    };
  }
  return host;
}
