import type { LanguageFields } from '../languages/language';
import { naturalKey } from '../languages/tags';
import { coalesce } from '../outbox/coalesce';
import { type Attempt, type Edit, type EditState, inOrder, isOpen, type LanguageRef } from '../outbox/edit';
import { resolveRef } from '../outbox/aliases';
import { joinAdds } from '../outbox/join-adds';
import type { Snapshot } from '../outbox/snapshot';
import { findTwins } from '../outbox/twins';
import type { AccountState } from '../storage/account-state';

type Unclear = Extract<EditState, { status: 'ambiguous' }>;

/** What the engine does next with the outbox. */
export type Work =
  /** Send the net effect of edits; `absorbed` are done with it. */
  | { readonly kind: 'send'; readonly edit: Edit; readonly absorbed: readonly Edit[] }
  /** Edits that cancel out: nothing to send. */
  | { readonly kind: 'drop'; readonly edits: readonly Edit[] }
  /** An edit whose worker went while it was in flight. */
  | { readonly kind: 'lost'; readonly edit: Edit; readonly attempt: Attempt }
  /** An edit that may have been executed: read the profile and look. */
  | { readonly kind: 'look'; readonly edit: Edit; readonly unclear: Unclear }
  /** One add has made two languages: remove one. */
  | { readonly kind: 'twins' }
  /** Nothing now; `wakeAtMs` is when an unclear edit can be looked at, null if none waits. */
  | { readonly kind: 'rest'; readonly wakeAtMs: number | null };

/**
 * The next thing to do: first what became of edits of which nobody knows, then first in, first out per language. A
 * language with an edit that is unclear or waits for the person holds up nobody else. Pure.
 */
export function chooseWork({ edits, snapshot }: AccountState, nowMs: number): Work {
  if (snapshot && findTwins(snapshot.languages, snapshot.creations)) return { kind: 'twins' };
  const queues = queuesByLanguage(edits, snapshot);
  const unclearKeys = new Set<string>();
  let wakeAtMs: number | null = null;
  for (const queue of queues) {
    for (const edit of queue) {
      const { state } = edit;
      if (state.status === 'inflight') return { kind: 'lost', edit, attempt: state.attempt };
      if (state.status !== 'ambiguous') continue;
      const { notBeforeMs } = state;
      if (notBeforeMs <= nowMs) return { kind: 'look', edit, unclear: state };
      wakeAtMs = Math.min(wakeAtMs ?? notBeforeMs, notBeforeMs);
      for (const each of queue) unclearKeys.add(naturalKey(fieldsIn(each)));
    }
  }
  for (const queue of queues) {
    if (queue.some(({ state }) => state.status === 'ambiguous')) continue;
    if (queue.every(({ state }) => state.status === 'parked')) continue;
    // The same language, added again while nobody knows what became of it: it would meet itself.
    if (queue.some((edit) => edit.kind === 'add' && unclearKeys.has(naturalKey(edit.fields)))) continue;
    const net = coalesce(queue);
    if (net === null) return { kind: 'drop', edits: queue };
    return { kind: 'send', edit: net, absorbed: queue.filter(({ id }) => id !== net.id) };
  }
  return { kind: 'rest', wakeAtMs };
}

function fieldsIn(edit: Edit): LanguageFields {
  return edit.kind === 'add' ? edit.fields : edit.base;
}

/** The open edits of each language, oldest first; the language with the oldest edit comes first. */
function queuesByLanguage(edits: readonly Edit[], snapshot: Snapshot | null) {
  const queues = new Map<LanguageRef, [Edit, ...Edit[]]>();
  const open = inOrder(edits).filter(isOpen);
  const refs = joinAdds(snapshot, open);
  for (const edit of open) {
    const ref = resolveRef(refs, edit.language);
    const queue = queues.get(ref);
    if (queue) queue.push(edit);
    else queues.set(ref, [edit]);
  }
  return [...queues.values()];
}
