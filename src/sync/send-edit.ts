import { GraphFailure } from '../graph/failure';
import type { GraphCall } from '../graph/graph';
import { SignInFailure } from '../identity/failure';
import { type Attempt, type Edit, inState, isNewRef, isOpen, type LanguageRef } from '../outbox/edit';
import { resolveRef } from '../outbox/aliases';
import { afterWrite, type Snapshot, withAlias, withCreation, withFound } from '../outbox/snapshot';
import type { AccountState } from '../storage/account-state';
import { callGraph, type EngineParts } from './engine-parts';
import { parked } from './parked';
import { planSend, type Request, withoutProficiency } from './plan-send';
import { readProfile } from './read-profile';
import { recordSendFailure } from './record-failure';

/**
 * Takes one edit from the outbox to the profile: read, merge, claim, send, commit. Each line that stores is one `set`.
 * ```
 *   read the profile ─▶ plan ─▶ nothing to do ─▶ done          asks ─▶ parked
 *                         └──▶ claim (inflight, known ids) ─▶ request ─▶ commit (answer + done)
 * ```
 * Rejects where the profile could not be read (nothing was claimed) or the browser's storage fails.
 * @param absorbed The edits whose effect is in `edit`: they are done with it.
 */
export async function sendEdit(
  parts: EngineParts,
  state: AccountState,
  edit: Edit,
  absorbed: readonly Edit[],
): Promise<void> {
  // `found`: other edits, of which this look tells what became of them.
  const { snapshot: read, found } = await readProfile(parts, state);
  // Whoever takes back an add that another one has absorbed means that one.
  const snapshot = absorbed.reduce((all, { language }) => joined(all, language, edit.language), read);
  const plan = planSend(edit, snapshot, state.facts);
  const others = [...found, ...absorbed.map((each) => inState(each, { status: 'done' }))];
  if (plan.kind === 'nothing') {
    // An add that was sent before may be there because of that.
    const isOwn = edit.tries > 0;
    const after = plan.id === null ? snapshot : withFound(snapshot, edit, { id: plan.id, isOwn });
    await commitDone(parts, after, [edit, ...others]);
  } else if (plan.kind === 'ask') {
    const reason = parked('changed-elsewhere', { theirs: plan.theirs, atMs: parts.nowMs() });
    // An add that became a change of somebody else's language leads there from now on.
    const after = withFound(snapshot, edit, { id: resolveRef(snapshot.aliases, plan.edit.language) });
    const asking = inState(plan.edit, reason);
    await parts.store.commit({ snapshot: after, edits: [asking, ...others], gate: null });
    await removeDone(parts, others);
  } else {
    await request(parts, { ...state, snapshot }, { ...edit, tries: edit.tries + 1 }, others, plan);
  }
}

async function request(
  parts: EngineParts,
  state: AccountState & { snapshot: Snapshot },
  edit: Edit,
  others: readonly Edit[],
  plan: Request,
): Promise<void> {
  const { snapshot } = state;
  const attempt: Attempt = {
    sent: plan.kind,
    requestId: parts.newId(),
    knownIds: snapshot.languages.map(({ id }) => id),
    startedAtMs: parts.nowMs(),
  };
  const claimed = inState(edit, { status: 'inflight', attempt });
  await parts.store.commit({ snapshot, edits: [claimed, ...others] });
  try {
    const after = await perform(parts, snapshot, claimed, attempt, plan);
    await commitDone(parts, after, [edit, ...others], state.facts);
    parts.tellOthers();
  } catch (error) {
    if (!(error instanceof GraphFailure || error instanceof SignInFailure)) throw error;
    const isBadRequest = error instanceof GraphFailure && error.status === 400 && error.retryAfterMs === null;
    const lean = isBadRequest ? withoutProficiency(plan) : null;
    if (lean !== null) {
      // Remembered only with an answer that says that this was the reason.
      await request(parts, { ...state, facts: { refusesProficiency: true } }, edit, others, lean);
    } else {
      const id = plan.kind === 'create' ? null : plan.id;
      await recordSendFailure(parts, state, { edit, attempt, id }, error);
    }
  }
}

/** Sends the request and gives the snapshot after it. Rejects with a `GraphFailure` or a `SignInFailure`. */
async function perform(
  parts: EngineParts,
  snapshot: Snapshot,
  edit: Edit,
  attempt: Attempt,
  plan: Request,
): Promise<Snapshot> {
  const { graph, nowMs } = parts;
  const send = <T>(call: (graphCall: GraphCall) => Promise<T>) => callGraph(parts, call, attempt.requestId);
  switch (plan.kind) {
    case 'create': {
      const { fields } = plan;
      const answered = await send((call) => graph.createLanguage(call, fields));
      const { id } = answered;
      const atMs = nowMs();
      const after = afterWrite(snapshot, { id, asked: fields, answered, atMs });
      const knownIds = snapshot.languages.map((language) => language.id);
      // Looked at once more right away: the browser may have repeated the request by itself.
      const creation = { id, knownIds, atMs, isDoubtful: edit.tries > 1, lookAtMs: atMs };
      return withAlias(withCreation(after, creation), edit.language, id);
    }
    case 'update': {
      const { id, changes } = plan;
      const answered = await send((call) => graph.updateLanguage(call, id, changes));
      const after = afterWrite(snapshot, {
        id,
        asked: changes,
        answered: { ...answered, id },
        atMs: nowMs(),
      });
      return withFound(after, edit, { id });
    }
    case 'remove': {
      const { id } = plan;
      await send((call) => graph.removeLanguage(call, id));
      return afterWrite(snapshot, { id, asked: {}, answered: null, atMs: nowMs() });
    }
  }
}

function joined(snapshot: Snapshot, absorbed: LanguageRef, ref: LanguageRef): Snapshot {
  const own = resolveRef(snapshot.aliases, ref);
  const isNew = isNewRef(own) && isNewRef(resolveRef(snapshot.aliases, absorbed));
  return isNew ? withAlias(snapshot, absorbed, own) : snapshot;
}

/** The answer, the edits and the open gate in one `set`; then the keys of finished edits may go. */
async function commitDone(
  parts: EngineParts,
  snapshot: Snapshot,
  [edit, ...others]: readonly [Edit, ...Edit[]],
  facts?: AccountState['facts'],
): Promise<void> {
  const edits = [inState(edit, { status: 'done' }), ...others];
  await parts.store.commit({ snapshot, edits, gate: null, ...(facts && { facts }) });
  await removeDone(parts, edits);
}

async function removeDone({ store }: EngineParts, edits: readonly Edit[]): Promise<void> {
  await store.removeEdits(edits.filter((edit) => !isOpen(edit)).map(({ id }) => id));
}
