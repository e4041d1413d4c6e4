import { SignInFailure } from '../../src/identity/failure';
import type { ProfileLanguage } from '../../src/languages/language';
import type { Edit } from '../../src/outbox/edit';
import { openAccountStore } from '../../src/storage/account-state';
import { createEngine, type Engine } from '../../src/sync/engine';
import type { EngineParts } from '../../src/sync/engine-parts';
import { resetBrowser } from '../support/browser';
import { ACCOUNT_KEY, aLanguage, someFields } from '../support/builders';
import { aMemoryMirror } from '../support/memory-mirror';
import { FakeGraph } from './fake-graph';

/** An engine over a fake service, the fake storage and a clock that the test moves. */
export interface Harness {
  readonly graph: FakeGraph;
  readonly store: EngineParts['store'];
  readonly engine: Engine;
  /** When the engine asked to be woken, epoch milliseconds; null: not at all. */
  wakeAtMs: number | null;
  nowMs: number;
  /** The tokens that are to be had, the first one first; none: only a visible sign-in goes on. */
  tokens: string[];
  /** A new worker over the same storage, as after the browser stopped this one. */
  restart(parts?: Partial<EngineParts>): Engine;
}

export function aHarness(languages: readonly ProfileLanguage[] = [aLanguage()]): Harness {
  resetBrowser();
  const store = openAccountStore(ACCOUNT_KEY, aMemoryMirror());
  let ids = 0;
  const boot = (other: Partial<EngineParts> = {}) =>
    createEngine(ACCOUNT_KEY, {
      graph: harness.graph,
      store,
      accessToken: (options) => {
        const token = harness.tokens.find((each) => each !== options?.rejectedToken);
        return token === undefined
          ? Promise.reject(new SignInFailure('needs-sign-in'))
          : Promise.resolve(token);
      },
      mendStorage: () => Promise.resolve(),
      tellOthers: () => undefined,
      runExclusive: (_, task) => task(),
      wakeAt: (timeMs) => {
        harness.wakeAtMs = timeMs;
        return Promise.resolve();
      },
      nowMs: () => harness.nowMs,
      newId: () => `request-${(ids += 1)}`,
      random: () => 0.5,
      ...other,
    });
  const harness = {
    graph: new FakeGraph(languages),
    store,
    wakeAtMs: null,
    nowMs: 1_000_000_000,
    tokens: ['a-token'],
    restart: boot,
  } as Omit<Harness, 'engine'>;
  return Object.assign(harness, { engine: boot() });
}

/** What is left of the edits in storage. */
export async function storedEdits(harness: Harness): Promise<readonly Edit[]> {
  return (await harness.store.read()).edits;
}

/** A language that the profile does not have at the start. */
export const welsh = someFields({ displayName: 'Welsh', tag: 'cy-GB' });

/** Stores edits as a page would and lets the engine do all that it can do now. */
export async function send(harness: Harness, ...edits: readonly Edit[]): Promise<void> {
  await harness.store.commit({ edits });
  await harness.engine.wake();
}
