import { GraphFailure } from '../graph/failure';
import type { LanguageFields, ProfileLanguage } from '../languages/language';
import { type Edit, inState } from '../outbox/edit';
import { type Snapshot, withAlias, withLanguage, withoutLanguage } from '../outbox/snapshot';
import type { AccountState } from '../storage/account-state';
import { callGraph, type EngineParts } from './engine-parts';
import { type Plan, planSend } from './plan-send';
import { readSnapshot } from './read-snapshot';
import { parked, recordSendFailure } from './record-failure';

/** A plan that is one request. */
type Request = Extract<Plan, { kind: 'create' | 'update' | 'remove' }>;

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
  const plan = planSend(edit, snapshot);
  const finished = absorbed.map((each) => inState(each, { status: 'done' }));
  if (plan.kind === 'nothing') {
    const after = plan.id === null ? snapshot : withAlias(snapshot, edit.language, plan.id);
    await commitDone(parts, after, [edit, ...finished]);
  } else if (plan.kind === 'ask') {
    const reason = parked('changed-elsewhere', { theirs: plan.theirs, atMs: parts.nowMs() });
    await parts.store.commit({ snapshot, edits: [inState(plan.edit, reason), ...finished], gate: null });
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
  const lean = withoutProficiency(plan);
  const isLean = state.facts.refusesProficiency && lean !== null;
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
    const after = await perform(parts, snapshot, edit, isLean ? lean : plan, attempt.requestId);
    await commitDone(parts, after, [edit, ...finished], isLean ? { refusesProficiency: true } : undefined);
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    const mayBeProficiency = error.code === 'refused' && !isLean && lean !== null;
    if (mayBeProficiency) {
      const facts = { refusesProficiency: true };
      await request(parts, { ...state, facts }, edit, finished, plan);
    } else {
      await recordSendFailure(parts, state, edit, attempt, error);
    }
  }
}

async function perform(
  parts: EngineParts,
  snapshot: Snapshot,
  edit: Edit,
  plan: Request,
  requestId: string,
): Promise<Snapshot> {
  const { graph } = parts;
  switch (plan.kind) {
    case 'create': {
      const created = await callGraph(parts, (call) => graph.createLanguage(call, plan.fields), requestId);
      return withAlias(withLanguage(snapshot, created), edit.language, created.id);
    }
    case 'update': {
      const send = (call: Parameters<typeof graph.updateLanguage>[0]): Promise<ProfileLanguage> =>
        graph.updateLanguage(call, plan.id, plan.changes);
      return withAlias(
        withLanguage(snapshot, await callGraph(parts, send, requestId)),
        edit.language,
        plan.id,
      );
    }
    case 'remove':
      await callGraph(parts, (call) => graph.removeLanguage(call, plan.id), requestId);
      return withoutLanguage(snapshot, plan.id);
  }
}

/** The same request for a service that does not take `proficiency`; null where that changes or leaves nothing. */
function withoutProficiency(plan: Request): Request | null {
  if (plan.kind === 'create') {
    return plan.fields.proficiency === null
      ? null
      : { ...plan, fields: { ...plan.fields, proficiency: null } };
  }
  if (plan.kind === 'remove' || !('proficiency' in plan.changes)) return null;
  const { proficiency, ...changes }: Partial<LanguageFields> = plan.changes;
  return Object.keys(changes).length === 0 ? null : { ...plan, changes };
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
