import * as v from 'valibot';

const Times = v.array(v.number());

/** How long something took, and a plain thing of the same size right after it: milliseconds, one for each time. */
export const Durations = v.object({ ms: Times, yardstickMs: Times });

/** {@link Durations}. */
export type Durations = v.InferOutput<typeof Durations>;

/** A row of the table of speeds. */
export interface Measurement extends Durations {
  readonly what: string;
  /** What nineteen of twenty should stay below, in milliseconds; null where there is only the yardstick. */
  readonly targetMs: number | null;
}

/** Runs both once, notes how long each took, and gives what the first one gave. */
export function timeBoth<T>(durations: Durations, act: () => T, yardstick: () => unknown): T {
  const startMs = performance.now();
  const result = act();
  const betweenMs = performance.now();
  yardstick();
  durations.ms.push(betweenMs - startMs);
  durations.yardstickMs.push(performance.now() - betweenMs);
  return result;
}

/** The smallest of the values that at least this share of them (0 to 1) does not exceed; NaN where there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
