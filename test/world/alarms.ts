import type { Clock } from './clock';

/** When an alarm rings: so many milliseconds late; null: never. */
export type AlarmFate = (name: string) => number | null;

/** The browser's alarms: they outlive the worker, and ring no earlier than 30 s after they were set. */
export interface Alarms {
  /** When each will ring, by the service's clock; for tests to look at. */
  readonly dueMs: ReadonlyMap<string, number>;
  fateOf: AlarmFate;
  onRing: (name: string) => void;
  create(name: string, whenMs: number): void;
  clear(name?: string): void;
}

const SHORTEST_MS = 30_000;

/** No alarms yet. */
export function createAlarms(clock: Clock): Alarms {
  const dueMs = new Map<string, number>();
  const stops = new Map<string, () => void>();
  const alarms: Alarms = {
    dueMs,
    fateOf: () => 0,
    onRing: () => undefined,
    create(name, whenMs) {
      alarms.clear(name);
      const lateMs = alarms.fateOf(name);
      if (lateMs === null) return;
      const waitMs = Math.max(whenMs - clock.nowMs(), SHORTEST_MS) + lateMs;
      dueMs.set(name, clock.trueMs + waitMs);
      stops.set(
        name,
        clock.after(waitMs, () => {
          dueMs.delete(name);
          alarms.onRing(name);
        }),
      );
    },
    clear(given) {
      for (const name of given === undefined ? [...stops.keys()] : [given]) {
        stops.get(name)?.();
        stops.delete(name);
        dueMs.delete(name);
      }
    },
  };
  return alarms;
}
