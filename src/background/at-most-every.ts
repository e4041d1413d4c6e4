import type { WorkerClock } from './worker-parts';

/** Something that is done soon after it was asked for, and not too often. */
export interface Limited {
  readonly ask: () => void;
  /** What was asked for and is not done yet is not done. */
  readonly forget: () => void;
}

/** Does it at once, and what is asked for less than `everyMs` after that once together when they are over. */
export function atMostEvery(clock: WorkerClock, everyMs: number, act: () => void): Limited {
  let lastMs = -Infinity;
  let stopTimer: (() => void) | null = null;
  const perform = () => {
    stopTimer = null;
    lastMs = clock.nowMs();
    act();
  };
  return {
    ask: () => {
      if (stopTimer !== null) return;
      const waitMs = lastMs + everyMs - clock.nowMs();
      // A clock that was set back does not make anybody wait longer.
      if (waitMs <= 0) perform();
      else stopTimer = clock.startTimer(perform, Math.min(waitMs, everyMs));
    },
    forget: () => {
      stopTimer?.();
      stopTimer = null;
    },
  };
}
