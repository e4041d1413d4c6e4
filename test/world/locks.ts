import type { Life } from './life';

/** `navigator.locks` of one browser: held by one life at a time, free again when that ends. */
export interface Locks {
  run(life: Life, name: string, task: () => Promise<void>): Promise<void>;
}

/** No lock is held. */
export function createLocks(): Locks {
  const tails = new Map<string, Promise<void>>();
  return {
    run: (life, name, task) =>
      life.call({ point: 'lock', about: [name] }, async () => {
        const before = tails.get(name) ?? Promise.resolve();
        let free = (): void => undefined;
        const held = new Promise<void>((resolve) => {
          free = resolve;
        });
        tails.set(
          name,
          before.then(() => held),
        );
        life.onEnd(free);
        await before;
        try {
          if (life.isAlive) await task();
        } finally {
          free();
        }
      }),
  };
}
