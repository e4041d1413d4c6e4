import type { Life } from './life';

type Listener = (...args: readonly unknown[]) => unknown;

/** The events of one worker, by name. */
export interface Events {
  /** Calls every listener; gives what they return. */
  fire(name: string, ...args: readonly unknown[]): unknown[];
  /** Where code of that life attaches its listeners. */
  portFor(
    life: Life,
    run: (code: () => void) => void,
  ): (name: string) => { addListener(listener: Listener): void };
}

/** No listener yet. */
export function openEvents(): Events {
  const listeners = new Map<string, Listener[]>();
  return {
    fire: (name, ...args) => (listeners.get(name) ?? []).map((listener) => listener(...args)),
    portFor: (life, run) => (name) => ({
      addListener(listener) {
        const inContext: Listener = (...args) => {
          let result: unknown;
          run(() => {
            result = listener(...args);
          });
          return result;
        };
        listeners.set(name, [...(listeners.get(name) ?? []), inContext]);
        life.onEnd(() => listeners.delete(name));
      },
    }),
  };
}
