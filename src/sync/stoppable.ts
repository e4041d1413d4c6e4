import type { EngineParts } from './engine-parts';

/** Parts that do nothing any more once they were stopped, for whoever is in the middle of something. */
export interface Stoppable {
  readonly parts: EngineParts;
  readonly stop: () => void;
  readonly hasStopped: () => boolean;
}

/**
 * After `stop` nothing is stored, nothing is asked to be woken for, and no request begins, because each needs the token
 * or the claim before it. A list that is being read page by page is read to its end, and dropped.
 */
export function stoppable(given: EngineParts): Stoppable {
  let isStopped = false;
  const { store } = given;
  const refuseWhenStopped = (): void => {
    if (isStopped) throw new Error('The engine was stopped');
  };
  const parts: EngineParts = {
    ...given,
    accessToken: async (options) => {
      refuseWhenStopped();
      const token = await given.accessToken(options);
      refuseWhenStopped();
      return token;
    },
    tellOthers: () => {
      if (!isStopped) given.tellOthers();
    },
    wakeAt: async (timeMs) => {
      if (!isStopped) await given.wakeAt(timeMs);
    },
    store: {
      ...store,
      commit: async (changes) => {
        refuseWhenStopped();
        await store.commit(changes);
      },
      removeEdits: async (ids) => {
        if (!isStopped) await store.removeEdits(ids);
      },
    },
  };
  return {
    parts,
    stop: () => {
      isStopped = true;
    },
    hasStopped: () => isStopped,
  };
}
