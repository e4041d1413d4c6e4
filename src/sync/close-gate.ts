import { retryWaitMs } from '../graph/decide-retry';
import { GraphFailure, type GraphFailureCode } from '../graph/failure';
import { SignInFailure } from '../identity/failure';
import type { Gate, GateCode } from '../outbox/gate';
import type { EngineParts } from './engine-parts';
import { EmptiedProfile } from './read-profile';

type Clock = Pick<EngineParts, 'nowMs' | 'random'>;

/** After this a profile that reads empty is believed. */
const EMPTIED_WAIT_MS = 30_000;

/** What waiting does not mend: only the person, or whoever they turn to, can open the gate. */
const FOR_THE_PERSON: readonly GateCode[] = ['signed-out', 'wrong-account', 'forbidden', 'unsupported'];

/** The gate that a failure closes; `count` says which one in a row it is, 1 for the first. */
export function gateOf(
  { nowMs, random }: Clock,
  failure: GraphFailure | SignInFailure | EmptiedProfile,
  count: number,
): Gate {
  const code = gateCode(failure);
  const { status, requestId } = failure instanceof GraphFailure ? failure : NO_ANSWER;
  const { serviceCode, retryAfterMs } = failure instanceof EmptiedProfile ? NO_WORDS : failure;
  const ownWaitMs = code === 'emptied' ? EMPTIED_WAIT_MS : retryWaitMs(retryAfterMs, count, random);
  const waitMs = FOR_THE_PERSON.includes(code) ? null : ownWaitMs;
  return { code, count, setAtMs: nowMs(), waitMs, status, serviceCode, requestId };
}

const NO_ANSWER = { status: null, requestId: null };
const NO_WORDS = { serviceCode: null, retryAfterMs: null };

function gateCode(failure: GraphFailure | SignInFailure | EmptiedProfile): GateCode {
  if (failure instanceof EmptiedProfile) return 'emptied';
  if (failure instanceof SignInFailure) {
    const { code, retryAfterMs } = failure;
    if (code === 'unavailable' && retryAfterMs !== null) return 'throttled';
    return code === 'offline' || code === 'unavailable' || code === 'wrong-account' ? code : 'signed-out';
  }
  // Whatever else an answer says: who asks to wait is waited for.
  if (failure.retryAfterMs !== null && failure.code !== 'signed-out') return 'throttled';
  return GRAPH_GATES[failure.code];
}

const GRAPH_GATES: Readonly<Record<GraphFailureCode, GateCode>> = {
  offline: 'offline',
  'signed-out': 'signed-out',
  throttled: 'throttled',
  forbidden: 'forbidden',
  unsupported: 'unsupported',
  'timed-out': 'unavailable',
  'not-graph': 'unavailable',
  unavailable: 'unavailable',
  'not-found': 'unavailable',
  refused: 'unavailable',
  clash: 'unavailable',
};
