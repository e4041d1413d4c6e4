import { setTimeout as sleep } from 'node:timers/promises';
import { poll } from './poll';

/** A background that was just stopped can be started again by an event that was already under way: look again after this. */
const SETTLE_MS = 400;

/** Something of the browser that can be stopped from outside, and that events start again. */
export interface Stoppable {
  isRunning(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Stops it and resolves once it is gone and stays gone. Throws when it comes back each time. */
export async function stopForGood(what: string, background: Stoppable): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    // One that is just starting does not hear the first call.
    const isStopped = () => background.stop().then(async () => !(await background.isRunning()));
    await poll(`${what} to stop`, isStopped, { everyMs: 100 });
    await sleep(SETTLE_MS);
    if (!(await background.isRunning())) return;
  }
  throw new Error(`${what} starts again each time that it is stopped`);
}
