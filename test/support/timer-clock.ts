import type { WorkerClock } from '../../src/background/worker-parts';

/** The worker's clock over the timers of the test, which may be fake ones. */
export const timerClock: WorkerClock = {
  nowMs: () => Date.now(),
  startTimer: (listener, waitMs) => {
    const timer = setTimeout(listener, waitMs);
    return () => {
      clearTimeout(timer);
    };
  },
  timeoutSignal: (waitMs) => AbortSignal.timeout(waitMs),
};
