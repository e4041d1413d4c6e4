import { decideRetry } from '../graph/decide-retry';
import { GraphFailure } from '../graph/failure';
import { SignInFailure } from '../identity/failure';
import { type Attempt, type Edit, inState, type ParkReason } from '../outbox/edit';
import { afterWrite, type Snapshot } from '../outbox/snapshot';
import type { AccountState } from '../storage/account-state';
import { gateOf } from './close-gate';
import type { EngineParts } from './engine-parts';
import { parked } from './parked';
import { EmptiedProfile } from './read-profile';

/** So often a create is sent whose answer nobody can read. */
const MAX_UNSEEN = 3;

/** A request of an edit, as it was claimed. */
interface Sent {
  readonly edit: Edit;
  readonly attempt: Attempt;
  /** The language that it named; null for a create. */
  readonly id: string | null;
}

/** Stores in one `set` what a request that failed means for its edit and for everything that would be sent next. */
export async function recordSendFailure(
  parts: EngineParts,
  state: AccountState & { readonly snapshot: Snapshot },
  { edit, attempt, id }: Sent,
  failure: GraphFailure | SignInFailure,
): Promise<void> {
  const { store, nowMs, random } = parts;
  const queued = inState(edit, { status: 'queued' });
  const putOff = { ...queued, tries: edit.tries - 1 };
  const count = (state.gate?.count ?? 0) + 1;
  if (failure instanceof SignInFailure) {
    // No token, or none that was accepted: nothing was executed.
    await store.commit({ edits: [putOff], gate: gateOf(parts, failure, count) });
    return;
  }
  const { status, serviceCode, requestId, retryAfterMs } = failure;
  // A definite answer opens the gate, unless it asks to wait besides.
  const gate = retryAfterMs === null ? null : gateOf(parts, failure, count);
  const facts = { status, serviceCode, requestId, atMs: nowMs() };
  const decision = decideRetry({ failure, kind: attempt.sent, attempt: edit.tries, random });
  const after = id === null ? state.snapshot : withoutLanguage(state.snapshot, id, nowMs());
  switch (decision.next) {
    case 'done':
      await store.commit({ snapshot: after, edits: [inState(edit, { status: 'done' })], gate });
      await store.removeEdits([edit.id]);
      break;
    case 'gone': {
      // An add had only met it there, and makes its own.
      const left = edit.kind === 'add' ? queued : inState(edit, parked('changed-elsewhere', facts));
      await store.commit({ snapshot: after, edits: [left], gate });
      break;
    }
    case 'reread': {
      // The profile was read just before: what clashes after it was tried before is nothing that a look could mend.
      const isFirst = edit.tries <= 1;
      await store.commit({ edits: [isFirst ? queued : inState(edit, parked('clash', facts))], gate });
      break;
    }
    case 'park':
      await store.commit({ edits: [inState(edit, parked(parkCode(failure), facts))], gate });
      break;
    case 'put-off':
      await store.commit({ edits: [putOff], gate: gateOf(parts, failure, count) });
      break;
    case 'reconcile': {
      // It says that it created something, and what it created is never to be seen: more of it helps nobody.
      if (status === 201 && edit.tries >= MAX_UNSEEN) {
        await store.commit({ edits: [inState(edit, parked('refused', facts))], gate });
        break;
      }
      // The edit's own wait grows with its own tries: one that always fails holds up nobody else for long.
      const notBeforeMs = nowMs() + decision.waitMs;
      const settledAtMs = nowMs() + decision.settleMs;
      const unclear = inState(edit, { status: 'ambiguous', attempt, notBeforeMs, settledAtMs, misses: 0 });
      await store.commit({ edits: [unclear], gate: gateOf(parts, failure, count) });
    }
  }
}

/** Stores why the profile could not be read, a twin not removed, or no token be had; rejects with any other error. */
export async function recordReadFailure(
  parts: EngineParts,
  state: AccountState,
  error: unknown,
): Promise<void> {
  const isExpected =
    error instanceof GraphFailure || error instanceof SignInFailure || error instanceof EmptiedProfile;
  if (!isExpected) throw error;
  await parts.store.commit({ gate: gateOf(parts, error, (state.gate?.count ?? 0) + 1) });
}

function withoutLanguage(snapshot: Snapshot, id: string, atMs: number): Snapshot {
  return afterWrite(snapshot, { id, asked: {}, answered: null, atMs });
}

function parkCode({ code }: GraphFailure): ParkReason['code'] {
  switch (code) {
    case 'refused':
    case 'forbidden':
    case 'clash':
    case 'unsupported':
      return code;
    default:
      return 'refused';
  }
}
