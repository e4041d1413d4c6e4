import type { Http } from '../graph/exchange';
import type { Identity } from '../identity/identity';
import type { OutboxMirror } from '../storage/outbox-mirror';
import type { EngineParts } from '../sync/engine-parts';
import type { Log } from './log';

/** Cancels the timer. */
export type StopTimer = () => void;

/** The time as the worker has it. */
export interface WorkerClock {
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  /** Calls the listener once after so many milliseconds, unless the worker is stopped before. */
  readonly startTimer: (listener: () => void, waitMs: number) => StopTimer;
  readonly timeoutSignal: (waitMs: number) => AbortSignal;
}

/**
 * All that reaches the worker from outside beside `browser` itself: `index.ts` gives it the browser's own, tests give
 * it a simulated world.
 */
export interface WorkerParts {
  readonly identity: Identity;
  readonly fetch: Http['fetch'];
  readonly runExclusive: EngineParts['runExclusive'];
  readonly mirror: OutboxMirror;
  readonly clock: WorkerClock;
  /** A fresh GUID. */
  readonly newId: () => string;
  /** 0 or more, less than 1. */
  readonly random: () => number;
}

/** The same as the worker's own files use it: what is asked of Microsoft goes into the log. */
export interface LoggedParts extends WorkerParts {
  readonly log: Log;
}
