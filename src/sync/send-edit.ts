import { GraphFailure } from '../graph/failure';
import { SignInFailure } from '../identity/failure';
import { type Edit, inState } from '../outbox/edit';
import { resolveRef, type Snapshot, withAlias } from '../outbox/snapshot';
import type { AccountState } from '../storage/account-state';
import type { EngineParts } from './engine-parts';
import { perform, type Request, withoutProficiency } from './perform-request';
import { planSend } from './plan-send';
import { readSnapshot } from './read-snapshot';
import { parked, recordSendFailure } from './record-failure';

/**
 * Takes one edit from the outbox to the profile: read, merge, claim, send, commit. Each line that stores is one `set`.
 * ```
 *   read the profile ─▶ plan ─▶ nothing to do ─▶ done          asks ─▶ parked
 *                         └──▶ claim (inflight, known ids) ─▶ request ─▶ commit (answer + done)
 * ```
 * Rejects where the profile could not be read (nothing was claimed) or the browser's storage fails.
 */
export async function sendEdit(
  parts: EngineParts,
  state: AccountState,
  edit: Edit,
  absorbed: readonly Edit[],
): Promise<void> {
  const snapshot = await readSnapshot(parts, state.snapshot);
  const plan = planSend(edit, snapshot, state.facts);
  const finished = absorbed.map((each) => inState(each, { status: 'done' }));
  if (plan.kind === 'nothing') {
    const after = plan.id === null ? snapshot : withAlias(snapshot, edit.language, plan.id);
    await commitDone(parts, after, [edit, ...finished]);
  } else if (plan.kind === 'ask') {
    const reason = parked('changed-elsewhere', { theirs: plan.theirs, atMs: parts.nowMs() });
    // An add that became a change of somebody else's language leads there from now on.
    const after = withAlias(snapshot, edit.language, resolveRef(snapshot.aliases, plan.edit.language));
    await parts.store.commit({
      snapshot: after,
      edits: [inState(plan.edit, reason), ...finished],
      gate: null,
    });
    await parts.store.removeEdits(finished.map(({ id }) => id));
  } else {
    await request(parts, { ...state, snapshot }, edit, finished, plan);
  }
}

async function request(
  parts: EngineParts,
  state: AccountState & { snapshot: Snapshot },
  edit: Edit,
  finished: readonly Edit[],
  plan: Request,
): Promise<void> {
  const { snapshot } = state;
  const attempt = {
    requestId: parts.newId(),
    knownIds: snapshot.languages.map(({ id }) => id),
    startedAtMs: parts.nowMs(),
  };
  await parts.store.commit({
    snapshot,
    edits: [inState(edit, { status: 'inflight', attempt }), ...finished],
  });
  try {
    const after = await perform(parts, snapshot, { edit, attempt, request: plan });
    await commitDone(parts, after, [edit, ...finished], state.facts);
  } catch (error) {
    if (!(error instanceof GraphFailure || error instanceof SignInFailure)) throw error;
    const lean = error.code === 'refused' ? withoutProficiency(plan) : null;
    if (lean !== null) {
      // Remembered only with an answer that says that this was the reason.
      await request(parts, { ...state, facts: { refusesProficiency: true } }, edit, finished, lean);
    } else {
      await recordSendFailure(parts, state, edit, attempt, error);
    }
  }
}

/** The answer, the edits and the open gate in one `set`; then the finished edits' keys may go. */
export async function commitDone(
  parts: EngineParts,
  snapshot: Snapshot,
  edits: readonly Edit[],
  facts?: AccountState['facts'],
): Promise<void> {
  const done = edits.map((edit) => inState(edit, { status: 'done' }));
  await parts.store.commit({ snapshot, edits: done, gate: null, ...(facts && { facts }) });
  await parts.store.removeEdits(done.map(({ id }) => id));
}
