import { type Area, createArea } from './area';
import { createLife, type Life } from './life';
import type { OpenArea } from './open-area';

/** `storage.sync` of one browser, seen from outside the extension. */
export interface SyncArea extends Area {
  /** What the browser's sync brings from elsewhere: it is there, and whoever listens is told. */
  arrive(values: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Nothing is in it. Its calls are no steps at which somebody is stopped: nothing that counts depends on them. */
export function createSyncArea(): SyncArea {
  const area = createArea('sync', () => false);
  const openLoudly = area.open.bind(area);
  const quietly = (life: Life): Life => ({
    ...life,
    get isAlive() {
      return life.isAlive;
    },
    call: (_, act) => (life.isAlive ? life.whileAlive(act()) : life.whileAlive(new Promise(() => undefined))),
  });
  const open = (life: Life, run: (code: () => void) => void): OpenArea => openLoudly(quietly(life), run);
  const outside = openLoudly(
    createLife(0, () => undefined),
    (code) => {
      code();
    },
  );
  return Object.assign(area, { open, arrive: outside.set });
}
