import { askAnew } from './ask-anew';
import { fieldsOf } from '../languages/fields';
import { naturalKey } from '../languages/tags';
import { coalesce } from '../outbox/coalesce';
import {
  type Attempt,
  type Edit,
  isNewRef,
  isOpen,
  languageOf,
  type LanguageRef,
  type Unclear,
} from '../outbox/edit';
import { type Aliases, resolveRef } from '../outbox/aliases';
import { joinAdds } from '../outbox/join-adds';
import { isMoot, openEdits } from '../outbox/open-edits';
import type { Snapshot } from '../outbox/snapshot';
import { findTwins, removesOneOf } from '../outbox/twins';
import type { AccountState } from '../storage/account-state';

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
  /** Edits that ask about a change made elsewhere, as the profile is now. */
  | { readonly kind: 'ask-anew'; readonly edits: readonly Edit[] }
  /** Nothing now; `wakeAtMs` is when an unclear edit can be looked at, null if none waits. */
  | { readonly kind: 'rest'; readonly wakeAtMs: number | null };

/**
 * The next thing to do: twins first, then what became of edits of which nobody knows, then the net effect per language,
 * first in, first out. A language with an edit that is unclear or waits for the person holds up no other. Pure.
 */
export function chooseWork(state: AccountState, nowMs: number): Work {
  const { edits, snapshot } = state;
  if (snapshot && needsHealing(snapshot, edits)) return { kind: 'twins' };
  const moot = edits.filter((edit) => isOpen(edit) && isMoot(edit, snapshot));
  if (moot.length > 0) return { kind: 'drop', edits: moot };
  const aliases = snapshot?.aliases ?? {};
  const queues = queuesByLanguage(edits, snapshot);
  const unclearKeys = new Set<string>();
  let wakeAtMs: number | null = null;
  for (const { queue } of queues) {
    for (const edit of queue) {
      const { state } = edit;
      if (state.status === 'inflight') return { kind: 'lost', edit, attempt: state.attempt };
      if (state.status !== 'ambiguous') continue;
      const { notBeforeMs } = state;
      if (notBeforeMs <= nowMs) return { kind: 'look', edit, unclear: state };
      wakeAtMs = Math.min(wakeAtMs ?? notBeforeMs, notBeforeMs);
      for (const each of queue) unclearKeys.add(naturalKey(languageOf(each)));
    }
  }
  for (const { ref, queue } of queues) {
    if (queue.some(({ state }) => state.status === 'ambiguous')) continue;
    if (queue.every(({ state }) => state.status === 'parked')) continue;
    // The same language, added again while nobody knows what became of it: it would meet itself.
    if (queue.some((edit) => edit.kind === 'add' && unclearKeys.has(naturalKey(edit.fields)))) continue;
    const part = beforeMeeting(queue, ref, aliases);
    const met = snapshot?.languages.find(({ id }) => id === ref) ?? null;
    const net = coalesce(part, ref, met && fieldsOf(met));
    if (net === null) return { kind: 'drop', edits: part };
    return { kind: 'send', edit: net, absorbed: part.filter(({ id }) => id !== net.id) };
  }
  const asking = askAnew(state, nowMs);
  if (asking.length > 0) return { kind: 'ask-anew', edits: asking };
  return { kind: 'rest', wakeAtMs };
}

function needsHealing({ languages, creations, aliases }: Snapshot, edits: readonly Edit[]): boolean {
  const twins = findTwins(languages, creations);
  return twins !== null && !edits.some((edit) => isOpen(edit) && removesOneOf(edit, aliases, twins));
}

type Edits = readonly [Edit, ...Edit[]];

/**
 * An add that meets a language is decided by itself, and so are the changes before it, and after it: it may have to ask,
 * and they were made on what was seen.
 */
function beforeMeeting(queue: Edits, ref: LanguageRef, aliases: Aliases): Edits {
  const [first, ...rest] = queue;
  const hasMet = ({ language }: Edit) => resolveRef(aliases, language) !== ref;
  const at = rest.findIndex((edit) => hasMet(edit) !== hasMet(first));
  const part: Edits = [first, ...rest.slice(0, Math.max(at, 0))];
  const isDecided = part.some(({ state }) => state.status !== 'parked');
  const isRemoved = queue.some(({ kind }) => kind === 'remove');
  const isAdded = first.kind === 'add' && isNewRef(ref);
  return at >= 0 && isDecided && !isRemoved && !isAdded ? part : queue;
}

/** The open edits of each language, oldest first; the language with the oldest edit comes first. */
function queuesByLanguage(edits: readonly Edit[], snapshot: Snapshot | null) {
  const queues = new Map<LanguageRef, [Edit, ...Edit[]]>();
  const open = openEdits(snapshot, edits);
  const refs = joinAdds(snapshot, open);
  for (const edit of open) {
    const ref = resolveRef(refs, edit.language);
    const queue = queues.get(ref);
    if (queue) queue.push(edit);
    else queues.set(ref, [edit]);
  }
  return [...queues].map(([ref, queue]) => ({ ref, queue }));
}
