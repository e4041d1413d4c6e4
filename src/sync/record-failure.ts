import { decideRetry } from '../graph/decide-retry';
import { GraphFailure } from '../graph/failure';
import { SignInFailure } from '../identity/failure';
import { type Attempt, type Edit, type EditState, inState, type ParkReason } from '../outbox/edit';
import type { Gate, GateCode } from '../outbox/gate';
import { resolveRef, type Snapshot, withoutLanguage } from '../outbox/snapshot';
import type { AccountState } from '../storage/account-state';
import type { EngineParts } from './engine-parts';

type Clock = Pick<EngineParts, 'nowMs' | 'random'>;

/** The state of an edit that waits for the person. */
export function parked(
  code: ParkReason['code'],
  facts: Partial<ParkReason> & Pick<ParkReason, 'atMs'>,
): Extract<EditState, { status: 'parked' }> {
  const none = { theirs: null, status: null, serviceCode: null, requestId: null };
  return { status: 'parked', reason: { ...none, ...facts, code } };
}

/** Stores in one `set` what a request that failed means for its edit and for everything that would be sent next. */
export async function recordSendFailure(
  parts: EngineParts,
  state: AccountState & { readonly snapshot: Snapshot },
  edit: Edit,
  attempt: Attempt,
  failure: GraphFailure | SignInFailure,
): Promise<void> {
  const { store, nowMs } = parts;
  const count = (state.gate?.count ?? 0) + 1;
  if (failure instanceof SignInFailure) {
    // No token, or none that was accepted: nothing was executed.
    const gate = gateOf(parts, failure, count, waitFor(failure, count, parts));
    await store.commit({ edits: [inState(edit, { status: 'queued' })], gate });
    return;
  }
  const decision = decideRetry({ failure, kind: edit.kind, attempt: count, random: parts.random });
  switch (decision.next) {
    case 'done':
      await store.commit({
        snapshot: withoutLanguage(state.snapshot, resolveRef(state.snapshot.aliases, edit.language)),
        edits: [inState(edit, { status: 'done' })],
        gate: null,
      });
      await store.removeEdits([edit.id]);
      break;
    case 'park': {
      const { status, serviceCode, requestId } = failure;
      const reason = parked(parkCode(failure), { status, serviceCode, requestId, atMs: nowMs() });
      await store.commit({ edits: [inState(edit, reason)], gate: null });
      break;
    }
    case 'renew':
    case 'wait':
      await store.commit({
        edits: [inState(edit, { status: 'queued' })],
        gate: gateOf(parts, failure, count, decision.next === 'wait' ? decision.waitMs : null),
      });
      break;
    case 'reconcile': {
      const notBeforeMs = nowMs() + decision.waitMs;
      await store.commit({
        edits: [inState(edit, { status: 'ambiguous', attempt, notBeforeMs, misses: 0 })],
        gate: gateOf(parts, failure, count, backoffMs(failure, count, parts)),
      });
    }
  }
}

/** Stores why the profile could not be read or no token was to be had; rejects with any other error. */
export async function recordReadFailure(
  parts: EngineParts,
  state: AccountState,
  error: unknown,
): Promise<void> {
  const count = (state.gate?.count ?? 0) + 1;
  if (error instanceof GraphFailure || error instanceof SignInFailure) {
    await parts.store.commit({ gate: gateOf(parts, error, count, waitFor(error, count, parts)) });
    return;
  }
  throw error;
}

function waitFor(failure: GraphFailure | SignInFailure, count: number, clock: Clock): number | null {
  if (failure instanceof GraphFailure) return backoffMs(failure, count, clock);
  if (failure.code !== 'offline' && failure.code !== 'unavailable') return null;
  return backoffMs(new GraphFailure(failure.code), count, clock);
}

/** How long reading is of no use after a failure; null where only the person can do something about it. */
function backoffMs(failure: GraphFailure, count: number, { random }: Clock): number | null {
  const decision = decideRetry({ failure, kind: 'read', attempt: count, random });
  return decision.next === 'wait' ? decision.waitMs : null;
}

function gateOf(
  { nowMs }: Clock,
  failure: GraphFailure | SignInFailure,
  count: number,
  waitMs: number | null,
): Gate {
  const facts =
    failure instanceof GraphFailure
      ? { status: failure.status, requestId: failure.requestId }
      : { status: null, requestId: null };
  const code = failure instanceof GraphFailure ? graphGate(failure) : signInGate(failure);
  return { code, count, setAtMs: nowMs(), waitMs, serviceCode: failure.serviceCode, ...facts };
}

function graphGate(failure: GraphFailure): GateCode {
  switch (failure.code) {
    case 'offline':
    case 'signed-out':
    case 'throttled':
    case 'forbidden':
    case 'unsupported':
      return failure.code;
    case 'timed-out':
    case 'not-graph':
    case 'unavailable':
    case 'not-found':
    case 'refused':
    case 'clash':
      return failure.retryAfterMs === null ? 'unavailable' : 'throttled';
  }
}

function signInGate({ code }: SignInFailure): GateCode {
  return code === 'offline' || code === 'unavailable' || code === 'wrong-account' ? code : 'signed-out';
}

function parkCode({ code }: GraphFailure): ParkReason['code'] {
  switch (code) {
    case 'refused':
    case 'forbidden':
    case 'not-found':
    case 'clash':
    case 'unsupported':
      return code;
    default:
      return 'refused';
  }
}
