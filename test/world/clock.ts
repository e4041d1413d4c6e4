/** Simulated time: nothing is due before somebody advances it. */
export interface Clock {
  /** What the extension's code sees: epoch milliseconds, moved by {@link jump}. */
  readonly nowMs: () => number;
  /** Time that only ever goes forward: what the service's clock shows. Epoch milliseconds. */
  readonly trueMs: number;
  /** The wall clock of this computer is set forward, or back. No timer runs because of it. */
  readonly jump: (byMs: number) => void;
  /** Calls the listener once so much time has passed. Gives what cancels it. */
  readonly after: (waitMs: number, listener: () => void) => () => void;
  /** Resolves once so much time has passed. */
  readonly wait: (waitMs: number) => Promise<void>;
  /** Lets everything happen that needs no time. */
  readonly settle: () => Promise<void>;
  /** Lets that much time pass; everything that falls due meanwhile happens in order. */
  readonly advance: (durationMs: number) => Promise<void>;
  /** Advances until the condition holds, at most so long; gives the milliseconds that it took, null if it never did. */
  readonly advanceUntil: (condition: () => boolean, limitMs: number) => Promise<number | null>;
}

interface Timer {
  readonly dueMs: number;
  readonly order: number;
  readonly listener: () => void;
}

/** A clock that stands still at that time. */
export function createClock(startMs: number): Clock {
  let trueMs = startMs;
  let offsetMs = 0;
  let order = 0;
  let timers: Timer[] = [];

  /** Promises, however deep, are all settled when the event loop comes round; answers of streams take some rounds. */
  async function settle(): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }

  function takeDue(untilMs: number): Timer | undefined {
    const next = timers.reduce<Timer | undefined>((first, timer) => {
      const isEarlier =
        !first || timer.dueMs < first.dueMs || (timer.dueMs === first.dueMs && timer.order < first.order);
      return isEarlier ? timer : first;
    }, undefined);
    if (!next || next.dueMs > untilMs) return undefined;
    timers = timers.filter((timer) => timer !== next);
    return next;
  }

  const clock: Clock = {
    nowMs: () => trueMs + offsetMs,
    get trueMs() {
      return trueMs;
    },
    jump(byMs) {
      offsetMs += byMs;
    },
    after(waitMs, listener) {
      const timer = { dueMs: trueMs + Math.max(waitMs, 0), order: (order += 1), listener };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    wait: (waitMs) =>
      new Promise((resolve) => {
        clock.after(waitMs, resolve);
      }),
    settle,
    async advance(durationMs) {
      await clock.advanceUntil(() => false, durationMs);
    },
    async advanceUntil(condition, limitMs) {
      const startedAtMs = trueMs;
      await settle();
      while (!condition()) {
        const due = takeDue(startedAtMs + limitMs);
        trueMs = due ? Math.max(trueMs, due.dueMs) : startedAtMs + limitMs;
        if (!due) return null;
        due.listener();
        await settle();
      }
      return trueMs - startedAtMs;
    },
  };
  return clock;
}

/** How often the event loop has to come round until an answer's body has been read through its streams. */
const ROUNDS = 2;
