import { GraphFailure } from '../graph/failure';
import type { GraphCall } from '../graph/graph';
import { SignInFailure } from '../identity/failure';
import type { LanguageFields } from '../languages/language';
import type { Attempt, Edit } from '../outbox/edit';
import { type Snapshot, withAlias, withLanguage, withoutLanguage } from '../outbox/snapshot';
import { adoptCreated } from './adopt-created';
import { callGraph, type EngineParts } from './engine-parts';
import type { Plan } from './plan-send';
import { readSnapshot } from './read-snapshot';

/** A plan that changes the profile. */
export type Request = Extract<Plan, { kind: 'create' | 'update' | 'remove' }>;

/** One try of one edit. */
export interface Try {
  readonly edit: Edit;
  readonly attempt: Attempt;
  readonly request: Request;
}

/** Sends the request and gives the snapshot after it. Rejects with a `GraphFailure` or a `SignInFailure`. */
export async function perform(parts: EngineParts, before: Snapshot, given: Try): Promise<Snapshot> {
  const { edit, attempt, request } = given;
  const send = <T>(call: (graphCall: GraphCall) => Promise<T>) => callGraph(parts, call, attempt.requestId);
  const { graph } = parts;
  switch (request.kind) {
    case 'create': {
      const created = await send((call) => graph.createLanguage(call, request.fields));
      const after = await readAfterCreate(parts, before);
      const adopted = await adoptCreated(parts, after, { ...edit, fields: request.fields }, attempt);
      return adopted ?? withAlias(withLanguage(after, created), edit.language, created.id);
    }
    case 'update': {
      const updated = await send((call) => graph.updateLanguage(call, request.id, request.changes));
      return withAlias(withLanguage(before, updated), edit.language, request.id);
    }
    case 'remove':
      await send((call) => graph.removeLanguage(call, request.id));
      return withoutLanguage(before, request.id);
  }
}

/**
 * The profile after a create: the browser may have sent it twice. Whatever keeps this from being read leaves open how
 * often the create was executed, and is told as such.
 */
async function readAfterCreate(parts: EngineParts, before: Snapshot): Promise<Snapshot> {
  try {
    return await readSnapshot(parts, before);
  } catch (error) {
    if (error instanceof SignInFailure) throw new GraphFailure('unavailable');
    if (!(error instanceof GraphFailure)) throw error;
    const { requestId, retryAfterMs } = error;
    throw new GraphFailure('unavailable', { requestId, retryAfterMs });
  }
}

/** The same request for a service that does not take `proficiency`; null where that changes or leaves nothing. */
export function withoutProficiency(plan: Request): Request | null {
  if (plan.kind === 'create') {
    return plan.fields.proficiency === null
      ? null
      : { ...plan, fields: { ...plan.fields, proficiency: null } };
  }
  if (plan.kind === 'remove' || !('proficiency' in plan.changes)) return null;
  const { proficiency, ...changes }: Partial<LanguageFields> = plan.changes;
  return Object.keys(changes).length === 0 ? null : { ...plan, changes };
}
