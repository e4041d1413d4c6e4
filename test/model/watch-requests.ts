import * as v from 'valibot';
import { BUDGET_MS } from '../../src/graph/exchange';
import { findCloud } from '../../src/identity/clouds';
import { type Gate, remainingWaitMs } from '../../src/outbox/gate';
import { gate } from '../../src/storage/catalogue';
import { readStored } from '../../src/storage/stored';
import type { LoggedRequest } from '../world/service-log';
import type { Step } from '../world/step';
import type { World } from '../world/world';
import type { Finding } from './findings';

/** The service's "not before": nobody may ask for that account until then. */
interface Pause {
  readonly account: string;
  readonly fromMs: number;
  readonly waitMs: number;
  /** Ends when the person says "Try again", because the service named no time. */
  readonly isOurOwn: boolean;
}

/** Watches every request of the extension as it leaves. */
export interface Watch {
  readonly findings: Finding[];
  onStep(step: Step): void;
  /** Whether the worker that sent a request is still there. */
  isHeard(nth: number): boolean;
  /** An answer to a request that left then (on the clock that only goes forward) asks to wait, and has arrived. */
  pause(pause: Pick<Pause, 'account' | 'waitMs' | 'isOurOwn'>, sentAtMs: number): void;
  /** The person says "Try again": no wait of our own counts any more, nor one that the step under way ends with. */
  tryAgain(): void;
  /** The wall clock was set forward: whoever waits by it waits so much less, which cannot be helped. */
  setForward(byMs: number): void;
  /** What the service asked for cannot be known any more: it was wiped, damaged, or never stored. */
  forget(isForgotten: (pause: Pause) => boolean): void;
}

const GRAPH_ORIGIN = findCloud('local')?.graphOrigin;
const MUTATIONS: readonly string[] = ['POST', 'PATCH', 'DELETE'];
const About = v.pipe(v.string(), v.startsWith('http'));

/** Begins to watch; `onStep` has to hear of every step of the world. */
export function watchRequests(world: World): Watch {
  const findings: Finding[] = [];
  let pauses: Pause[] = [];
  let triedAgainMs = -Infinity;
  const senders = new Map<number, number>();
  /** When each gate was stored last. */
  const gatesMs = new Map<string, number>();

  function found(rule: string, what: string): void {
    findings.push({ kind: 'broken', rule, what });
  }

  function judge(request: LoggedRequest, worker: number): void {
    const { account, method, nth } = request;
    senders.set(nth, worker);
    if (account === null) return;
    const what = `${method} ${request.path} of ${account.slice(0, 4)} at ${world.clock.trueMs}`;
    const stored = readStored({ ...world.local.record }, gate(account));
    if (remainingWaitMs(stored, world.clock.nowMs()) !== 0 && !isOld(account, stored))
      found('no request while a gate is closed', what);
    for (const pause of pauses.filter((each) => each.account === account)) {
      if (isOver(pause)) continue;
      found(
        'no request before the service allows it',
        `${what}: asked at ${pause.fromMs} to wait ${pause.waitMs}`,
      );
    }
    if (!MUTATIONS.includes(method)) return;
    const open = world.service.log.filter(
      (other) =>
        other.nth !== nth &&
        other.account === account &&
        other.outcome === 'open' &&
        world.clock.trueMs - other.atMs < BUDGET_MS &&
        senders.get(other.nth) === worker,
    );
    if (open.length > 0) found('one change at a time', what);
  }

  /** A gate that was open already, and looks closed because the wall clock was set back since. */
  function isOld(account: string, stored: Gate | null): boolean {
    const sinceMs = gatesMs.get(gate(account).key) ?? -Infinity;
    return stored?.waitMs !== null && world.clock.trueMs >= sinceMs + (stored?.waitMs ?? 0);
  }

  function isOver({ fromMs, waitMs }: Pause): boolean {
    return world.clock.trueMs >= fromMs + waitMs;
  }

  return {
    findings,
    isHeard: (nth) => world.worker.isRunning && senders.get(nth) === world.worker.started,
    onStep({ point, phase, about, worker }) {
      if (point === 'local.set') for (const key of about) gatesMs.set(key, world.clock.trueMs);
      if (point === 'local.remove') {
        // Whoever is signed out, or has made way for another account, has left nothing to wait for.
        pauses = pauses.filter(({ account }) => !about.includes(gate(account).key));
      }
      if (point !== 'fetch') return;
      const [, url = ''] = about[0]?.split(' ') ?? [];
      if (!v.is(About, url) || new URL(url).origin !== GRAPH_ORIGIN) found('no other host', url);
      const request = world.service.log.at(-1);
      if (phase === 'after' && request) judge(request, worker);
    },
    pause(given, sentAtMs) {
      if (given.isOurOwn && sentAtMs <= triedAgainMs + BUDGET_MS) return;
      pauses = pauses.filter((each) => !isOver(each));
      pauses.push({ ...given, fromMs: world.clock.trueMs });
    },
    tryAgain() {
      triedAgainMs = world.clock.trueMs;
      pauses = pauses.filter(({ isOurOwn }) => !isOurOwn);
    },
    setForward(byMs) {
      pauses = pauses.map((pause) => ({ ...pause, waitMs: pause.waitMs - byMs }));
    },
    forget(isForgotten) {
      pauses = pauses.filter((each) => !isForgotten(each));
    },
  };
}
