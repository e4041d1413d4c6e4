import type { Point, Step } from './step';

/** What a caller does in its surroundings. */
export interface Call {
  readonly point: Point;
  readonly about?: readonly string[];
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * The life of one worker or page. After its end nothing that it asked for settles any more, and nothing that it still
 * calls does anything: its code may run on for a while, as code of a killed process cannot, but nobody notices.
 */
export interface Life {
  /** The number of the worker, 0 for a page. */
  readonly worker: number;
  readonly isAlive: boolean;
  /** Calls into the surroundings. `act` is what is dispatched. */
  call<T>(call: Call, act: () => Promise<T>): Promise<T>;
  /** Tells of one step only; false where it was the last. */
  tell(call: Call, phase: Step['phase']): boolean;
  /** The promise for as long as the life lasts. */
  whileAlive<T>(promise: Promise<T>): Promise<T>;
  /** To be done at its end. */
  onEnd(tidy: () => void): void;
  readonly end: () => void;
}

/** A life that begins. `tell` hears of each of its steps. */
export function createLife(worker: number, tell: (step: Step) => void): Life {
  let isAlive = true;
  const tidies: (() => void)[] = [];
  const hasEnded = (): boolean => !isAlive;
  const life: Life = {
    worker,
    get isAlive() {
      return isAlive;
    },
    async call(call, act) {
      if (!life.tell(call, 'before')) return never();
      const result = act();
      life.tell(call, 'after');
      return life.whileAlive(result);
    },
    tell({ point, about = [], values = {} }, phase) {
      if (hasEnded()) return false;
      tell({ point, phase, worker, about, values });
      return !hasEnded();
    },
    whileAlive: (promise) =>
      new Promise((resolve, reject) => {
        promise.then(
          (value) => {
            if (isAlive) resolve(value);
          },
          (error: unknown) => {
            // The failure that the surroundings gave, as they gave it.
            if (isAlive) reject(error instanceof Error ? error : new Error(String(error)));
          },
        );
      }),
    onEnd: (tidy) => tidies.push(tidy),
    end() {
      if (!isAlive) return;
      isAlive = false;
      for (const tidy of tidies) tidy();
    },
  };
  return life;
}

/** For a caller that is not there any more. */
export function never<T>(): Promise<T> {
  return new Promise(() => {
    // Nobody is there to be told.
  });
}
