import { browser } from '../browser';
import type { StopTimer, WorkerClock } from './worker-parts';

const ALARM = 'drain';

/** Shortest alarm that browsers keep to; below it a timer of the worker must do as well. */
const SHORTEST_ALARM_MS = 30_000;

/** A worker without events lives for 30 s: a timer within this is kept. */
const TIMER_LIMIT_MS = 25_000;

/** Sees to it that somebody is called at a time, also when the worker is stopped by then. */
export interface WakeUp {
  /**
   * At that time (epoch milliseconds) and not before; null: not at all. A later call replaces an earlier one. A near
   * time gets a timer as well, because alarms are too coarse for it.
   */
  readonly at: (timeMs: number | null) => Promise<void>;
}

/** Attaches the listener to the alarm: to be called in the worker's first turn. */
export function createWakeUp(clock: WorkerClock, listener: () => void): WakeUp {
  let stopTimer: StopTimer | null = null;
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) listener();
  });
  return {
    at: async (timeMs) => {
      stopTimer?.();
      stopTimer = null;
      if (timeMs === null) {
        await browser.alarms.clear(ALARM);
        return;
      }
      const nowMs = clock.nowMs();
      const waitMs = Math.max(timeMs - nowMs, 0);
      if (waitMs < TIMER_LIMIT_MS) stopTimer = clock.startTimer(listener, waitMs);
      await browser.alarms.create(ALARM, { when: nowMs + Math.max(waitMs, SHORTEST_ALARM_MS) });
    },
  };
}
