import type { Worker } from 'playwright-core';

/** A write of the extension at which whoever makes it stands still for good. */
export interface StorageHook {
  readonly area: 'local' | 'session';
  readonly call: 'set' | 'remove';
  /** A part of the key, and for `set` parts of the stored text, by which the write is known. */
  readonly key: string;
  readonly texts?: readonly string[];
  /** `before`: it never happens. `dispatched`: it is on its way, and may happen. `after`: it has happened. */
  readonly stands: 'before' | 'dispatched' | 'after';
}

type Target = Pick<Worker, 'evaluateHandle'>;

/** Resolves once somebody stands at the hook. */
export type Hooked = () => Promise<void>;

/**
 * Puts the hook into a running worker, or a page; it is gone with them. The first write that fits reports itself and
 * its promise never settles, so that what would come after it never comes.
 */
export async function hookStorage(target: Target, hook: StorageHook): Promise<Hooked> {
  const handle = await target.evaluateHandle(standAt, hook);
  return () => handle.evaluate(({ reached }) => reached);
}

/** Runs in the extension: sees nothing of this file. */
function standAt({ area: areaName, call, key, texts = [], stands }: StorageHook): { reached: Promise<void> } {
  const area = chrome.storage[areaName];
  const real = { set: area.set.bind(area), remove: area.remove.bind(area) };
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const stand = async (write: () => Promise<void>): Promise<void> => {
    const written = stands === 'before' ? null : write();
    if (stands === 'after') await written;
    reach();
    await new Promise(() => undefined);
  };
  area.set = (items) => {
    const fits = Object.entries(items).some(
      ([name, value]) => name.includes(key) && texts.every((text) => String(value).includes(text)),
    );
    return call === 'set' && fits ? stand(() => real.set(items)) : real.set(items);
  };
  area.remove = (keys) => {
    const fits = [keys].flat().some((name) => name.includes(key));
    return call === 'remove' && fits ? stand(() => real.remove(keys)) : real.remove(keys);
  };
  return { reached };
}
