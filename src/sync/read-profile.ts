import { changedFields, fieldsOf } from '../languages/fields';
import type { ProfileLanguage } from '../languages/language';
import { type Edit, inState, isOpen } from '../outbox/edit';
import { withKnownWrites } from '../outbox/known-writes';
import { aliasesInUse } from '../outbox/aliases';
import { NOTHING_READ, type Snapshot, withCreation, withFound } from '../outbox/snapshot';
import { afterLook } from '../outbox/twins';
import type { AccountState } from '../storage/account-state';
import { callGraph, type EngineParts } from './engine-parts';
import { parked } from './parked';
import { type Plan, planSend } from './plan-send';

/** From so many languages on, a profile without any is not believed at first sight. */
const SUSPICIOUS_COUNT = 3;

/** The profile reads empty where there were several languages a moment ago. */
export class EmptiedProfile extends Error {
  override readonly name = 'EmptiedProfile';
}

/** What a look at the profile tells; both are to be stored in one `set`. */
export interface Reading {
  readonly snapshot: Snapshot;
  /** Edits of which nobody knew whether they were executed: they were, and this is what is left of them. */
  readonly found: readonly Edit[];
  /** What the read itself has shown: the snapshot goes on for a while with what an older read would not show yet. */
  readonly shown: readonly ProfileLanguage[];
}

/**
 * Reads every language and brings the list up to what was confirmed before. Rejects with `EmptiedProfile` when all of
 * several languages are gone at once: who believed that would ask about every edit. Seen a second time after the gate
 * of the first, it is so.
 */
export async function readProfile(parts: EngineParts, state: AccountState): Promise<Reading> {
  const listed = await callGraph(parts, (call) => parts.graph.listLanguages(call));
  const nowMs = parts.nowMs();
  const before = state.snapshot ?? NOTHING_READ;
  const isSuspicious = listed.length === 0 && before.languages.length >= SUSPICIOUS_COUNT;
  if (isSuspicious && state.gate?.code !== 'emptied') throw new EmptiedProfile();
  // A first read has nothing to be compared with.
  const known = state.snapshot ?? { languages: listed, knownWrites: [] };
  const { languages, knownWrites } = withKnownWrites(listed, known, nowMs);
  const inUse = [...state.edits.filter(isOpen), ...(state.undo?.inverse ? [state.undo.inverse] : [])];
  const refs = inUse.map(({ language }) => language);
  const aliases = aliasesInUse(before.aliases, languages, refs);
  const snapshot = {
    languages,
    aliases,
    met: before.met.filter((ref) => Object.hasOwn(aliases, ref)),
    knownWrites,
    creations: afterLook(before.creations, languages, nowMs),
    fetchedAtMs: nowMs,
    looksAtMs: before.looksAtMs,
  };
  const reading = findExecuted(snapshot, state, nowMs);
  if (reading.found.length > 0) parts.tellOthers();
  return { ...reading, shown: listed };
}

/**
 * An edit of which nobody knows whether it was executed is recognised in the very moment in which its effect is seen, so
 * that nobody can mean a language that it created by any other name. Only absence takes more (`look-again.ts`).
 */
function findExecuted(read: Snapshot, { edits, facts }: AccountState, nowMs: number): Omit<Reading, 'shown'> {
  let snapshot = read;
  const found: Edit[] = [];
  for (const edit of edits) {
    const { state } = edit;
    if (state.status !== 'ambiguous') continue;
    const plan = planSend(edit, snapshot, facts);
    const { sent, knownIds } = state.attempt;
    const id = targetOf(plan);
    if (plan.kind === 'nothing' || wasOverwritten(edit, plan)) found.push(inState(edit, { status: 'done' }));
    else if (id !== null && (sent === 'create' || isPartlyThere(edit, plan)))
      found.push(restOf(edit, plan, snapshot, id, nowMs));
    else continue;
    if (id === null) continue;
    // What looks otherwise than what was created may be somebody else's: whoever takes the add back leaves it.
    const isOwn = sent === 'create' && plan.kind === 'nothing';
    snapshot = withFound(snapshot, edit, { id, isOwn });
    if (sent !== 'create' || knownIds?.includes(id)) continue;
    // Where nobody knows what was there before, all that is there now may have been: a twin is only what comes later.
    const before = knownIds ?? read.languages.map((language) => language.id);
    const creation = { id, knownIds: before, atMs: nowMs, isDoubtful: true, lookAtMs: nowMs };
    snapshot = withCreation(snapshot, creation);
  }
  return { snapshot, found };
}

/** True where some of what an update asked for is there: it was executed, and somebody wrote other fields since. */
function isPartlyThere(edit: Edit, plan: Plan): boolean {
  if (edit.kind !== 'change' || plan.kind !== 'update') return false;
  return Object.keys(plan.changes).length < Object.keys(edit.changes).length;
}

/** True where some of what an update asked for is there, and somebody wrote over the rest of it since. */
function wasOverwritten(edit: Edit, plan: Plan): boolean {
  if (edit.kind !== 'change' || plan.kind !== 'ask' || plan.theirs === null) return false;
  const missing = changedFields(plan.theirs, edit.changes);
  return Object.keys(changedFields(edit.base, edit.changes)).some((name) => !Object.hasOwn(missing, name));
}

/** The id of the language that is there for an edit; null where there is none. */
function targetOf(plan: Plan): string | null {
  if (plan.kind === 'create') return null;
  return plan.kind === 'ask' ? plan.edit.language : plan.id;
}

/** What is left of an edit that was executed where the language has other values than it asked for: never an add. */
function restOf(edit: Edit, plan: Plan, { languages }: Snapshot, id: string, nowMs: number): Edit {
  const current = languages.find((language) => language.id === id);
  if (plan.kind === 'ask') {
    return inState(plan.edit, parked('changed-elsewhere', { theirs: plan.theirs, atMs: nowMs }));
  }
  if (plan.kind !== 'update' || !current) return inState(edit, { status: 'queued' });
  const { id: editId, seq, account, madeAtMs, tries } = edit;
  const place = {
    id: editId,
    seq,
    account,
    madeAtMs,
    tries,
    language: id,
    state: { status: 'queued' },
  } as const;
  return { ...place, kind: 'change', base: fieldsOf(current), changes: plan.changes };
}
