import { browser } from '../browser';

const ALARM = 'drain';

/** Shortest alarm that browsers keep to; below it a timer of the worker must do as well. */
const SHORTEST_ALARM_MS = 30_000;

/** A worker without events lives for 30 s: a timer within this is kept. */
const TIMER_LIMIT_MS = 25_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Calls the listener when the alarm rings. To be attached in the worker's first turn. */
export function onAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) listener();
  });
}

/**
 * Sees to it that the listener is called at that time (epoch milliseconds), also when the worker is stopped by then;
 * null: not at all. A near time gets a timer as well, because alarms are too coarse for it.
 */
export async function wakeAt(timeMs: number | null, listener: () => void): Promise<void> {
  clearTimeout(timer);
  if (timeMs === null) {
    await browser.alarms.clear(ALARM);
    return;
  }
  const waitMs = Math.max(timeMs - Date.now(), 0);
  if (waitMs < TIMER_LIMIT_MS) timer = setTimeout(listener, waitMs);
  await browser.alarms.create(ALARM, { when: Date.now() + Math.max(waitMs, SHORTEST_ALARM_MS) });
}
