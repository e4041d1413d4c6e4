import { GraphFailure } from '../graph/failure';
import type { Graph, GraphCall } from '../graph/graph';
import type { AccountStore } from '../storage/account-state';

/** What the engine is built from; tests give it fakes, `background/` the browser's own. */
export interface EngineParts {
  readonly graph: Graph;
  readonly store: AccountStore;
  /** Brings storage in order, before anything is sent; writes nothing any more once it was stopped. */
  readonly mendStorage: (hasStopped: () => boolean) => Promise<void>;
  /** A valid access token of exactly the engine's account; rejects with a `SignInFailure`. */
  readonly accessToken: (options?: { rejectedToken?: string; claims?: string | null }) => Promise<string>;
  /** Runs the task alone: no other worker of this extension runs one of the same name meanwhile. */
  runExclusive(name: string, task: () => Promise<void>): Promise<void>;
  /** Asks to be woken at a time (epoch milliseconds), also when the worker was stopped by then; null: not at all. */
  readonly wakeAt: (timeMs: number | null) => Promise<void>;
  /** Called after the profile was changed by a request of this browser: its other browsers may want to know. */
  readonly tellOthers: () => void;
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** 0 or more, less than 1. */
  readonly random: () => number;
}

/** The name of the lock under which an account's profile is read and written: for whoever else has to. */
export function drainLock(accountKey: string): string {
  return `drain:${accountKey}`;
}

/**
 * Calls Graph with a token, and once more with another token where the first was not accepted. A request that was
 * answered with 401 was not executed, so that this is safe for every kind of request.
 */
export async function callGraph<T>(
  parts: EngineParts,
  call: (graphCall: GraphCall) => Promise<T>,
  requestId: string = parts.newId(),
): Promise<T> {
  const token = await parts.accessToken();
  try {
    return await call({ token, requestId });
  } catch (error) {
    if (!(error instanceof GraphFailure) || error.code !== 'signed-out') throw error;
    const { claims } = error;
    return call({
      token: await parts.accessToken({ rejectedToken: token, claims }),
      requestId: parts.newId(),
    });
  }
}
