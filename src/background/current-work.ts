import type { Account } from '../identity/account';
import type { Engine } from '../sync/engine';

/** What goes on for the person who is signed in. */
export interface Work {
  readonly account: Account;
  readonly engine: Engine;
  /** True once it was ended: whoever stores something looks at this in the turn in which the write begins. */
  readonly hasEnded: () => boolean;
  /** From now on nothing is stored and no request begins (`Engine.stop`). */
  readonly end: () => void;
}

/** The work of this worker, begun by whoever needs it first. */
export interface CurrentWork {
  /** Does something with it; nothing where there is none. Rejects with what that rejects with. */
  use(use: (work: Work) => Promise<void>): Promise<void>;
  /**
   * Ends it for a change of who is signed in, when every earlier change is over; none is begun before this one is, whether
   * it succeeds or not. Rejects with what the change rejects with.
   */
  endFor(change: () => Promise<void>): Promise<void>;
}

/**
 * Nothing is begun yet.
 * @param begin Gives null where nobody is signed in. Where it rejects, whoever comes next begins again.
 * @param beginLater Asks for somebody to come, after a failure.
 */
export function createCurrentWork(
  begin: () => Promise<Work | null>,
  beginLater: () => Promise<void>,
): CurrentWork {
  let work: Promise<Work | null> | null = null;
  let changes = 0;
  let lastChange: Promise<unknown> = Promise.resolve();

  function current(): Promise<Work | null> {
    if (changes > 0) return Promise.resolve(null);
    work ??= begin().catch(async (error: unknown) => {
      work = null;
      reportError(error);
      await beginLater();
      return null;
    });
    return work;
  }

  return {
    use: async (use) => {
      const found = await current();
      if (found) await use(found);
    },
    endFor: async (change) => {
      changes += 1;
      const mine = lastChange.then(async () => {
        (await work)?.end();
        work = null;
        await change();
      });
      lastChange = mine.catch(() => undefined);
      try {
        await mine;
      } catch (error) {
        await beginLater();
        throw error;
      } finally {
        changes -= 1;
      }
    },
  };
}
