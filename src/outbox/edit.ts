import type { LanguageFields } from '../languages/language';

/**
 * Which language an edit is about: the service's id, or `new:<edit id>` while it has none. A reference stays valid for
 * good: when a language gets an id, or another one after Undo, the snapshot's `aliases` leads from the old to the new.
 */
export type LanguageRef = string;

/** True for a reference to a language that had no id when it was made. */
export function isNewRef(ref: LanguageRef): boolean {
  return ref.startsWith('new:');
}

/** One try to send an edit, written down before the request leaves. */
export interface Attempt {
  /** What was asked: an add of a language that somebody else added meanwhile only updates it. */
  readonly sent: 'create' | 'update' | 'remove';
  /** The request's `client-request-id`, a GUID; sent again with another token, it has another one. */
  readonly requestId: string;
  /**
   * The ids on the profile just before: what is among them is not ours, and no twin. Null where that was lost, and
   * whether it was sent at all.
   */
  readonly knownIds: readonly string[] | null;
  /** Since when it is waited for: when it left, or was last looked for. Epoch milliseconds. */
  readonly startedAtMs: number;
}

/** Why an edit waits for the person. */
export interface ParkReason {
  /** A failure code of `graph/`, or what the merge found on the profile. */
  readonly code: 'refused' | 'forbidden' | 'clash' | 'unsupported' | 'changed-elsewhere';
  /** What the profile says now, for `changed-elsewhere`; null where it has no such language any more. */
  readonly theirs: LanguageFields | null;
  /** HTTP status, the service's code and its request id, for "Copy details". */
  readonly status: number | null;
  readonly serviceCode: string | null;
  readonly requestId: string | null;
  /** Epoch milliseconds. */
  readonly atMs: number;
}

/**
 * ```
 *           claim              answer
 *  queued ─────────▶ inflight ────────▶ done
 *    ▲  ▲               │ no telling     ▲
 *    │  └─ not there ── ambiguous ─ found┘
 *    └──── retry ────── parked               (from each of the three; the person decides)
 *
 *  from        when                                                  to
 *  queued      its request is about to leave                         inflight
 *  queued      nothing to send: as wanted, cancelled out, taken in   done
 *  queued      the merge asks                                        parked
 *  inflight    answered                                              done
 *  inflight    put off: no token, 429; a first clash (409, 412)      queued
 *  inflight    its language is gone: an add had only met it there    queued
 *  inflight    refused; what it changes is gone                      parked
 *  inflight    no telling; or a drain finds it, and no answer        ambiguous
 *  ambiguous   found as wanted, or written over in part since        done
 *  ambiguous   found with less: the rest; not there (look-again.ts)  queued
 *  ambiguous   found otherwise                                       parked
 *  parked      retry, or a newer edit takes it in                    queued, done
 *  parked      given up                                              done
 * ```
 * What storage has lost comes back from its copy as `ambiguous` where nobody knows whether it was sent.
 */
export type EditState =
  | { readonly status: 'queued' }
  | { readonly status: 'inflight'; readonly attempt: Attempt }
  | {
      readonly status: 'ambiguous';
      readonly attempt: Attempt;
      /** When to look for it, epoch milliseconds. */
      readonly notBeforeMs: number;
      /** From when on it counts as not executed where it is not found, epoch milliseconds: until then it may still be. */
      readonly settledAtMs: number;
      /** How often it was looked for after `settledAtMs` and not found. */
      readonly misses: number;
    }
  | { readonly status: 'parked'; readonly reason: ParkReason }
  | { readonly status: 'done' };

/** The state of an edit of which nobody knows whether it was executed. */
export type Unclear = Extract<EditState, { status: 'ambiguous' }>;

interface Common {
  /** A GUID: the same click gives the same edit, whoever stores it. */
  readonly id: string;
  /**
   * The order of edits (a hybrid logical clock): larger than every number that the page had seen, however wrong its
   * clock is, and at least the time in epoch milliseconds, so that it is larger than numbers that storage has lost.
   * @see https://cse.buffalo.edu/tech-reports/2014-04.pdf
   */
  readonly seq: number;
  /** Key of the account that it belongs to; it is never sent with another's token. */
  readonly account: string;
  readonly language: LanguageRef;
  /** Epoch milliseconds; for showing only. */
  readonly madeAtMs: number;
  /** How often it was tried, but for tries that were only put off: what its own backoff grows with. */
  readonly tries: number;
  readonly state: EditState;
}

/** "This language shall be on my profile, like this." */
export interface AddEdit extends Common {
  readonly kind: 'add';
  readonly fields: LanguageFields;
  /** True where it shall stand beside the same language, as it did before it was removed. */
  readonly isBeside?: boolean;
}

/** "These fields shall have these values"; `base` is what the person saw before, as the merge needs it. */
export interface ChangeEdit extends Common {
  readonly kind: 'change';
  readonly base: LanguageFields;
  readonly changes: Partial<LanguageFields>;
}

/** "This language shall not be on my profile"; `base` is what the person saw when they said so. */
export interface RemoveEdit extends Common {
  readonly kind: 'remove';
  readonly base: LanguageFields;
}

/** What a person did that Microsoft 365 has not confirmed yet. Stored one by one, under a key of its own. */
export type Edit = AddEdit | ChangeEdit | RemoveEdit;

/** What an edit asks for, without where it stands. */
export type EditContent =
  | Pick<AddEdit, 'kind' | 'language' | 'fields' | 'isBeside'>
  | Pick<ChangeEdit, 'kind' | 'language' | 'base' | 'changes'>
  | Pick<RemoveEdit, 'kind' | 'language' | 'base'>;

/** The language that an edit is about, as the person saw or named it. */
export function languageOf(edit: Edit): LanguageFields {
  return edit.kind === 'add' ? edit.fields : edit.base;
}

/** True while the service may not have it yet. */
export function isOpen(edit: Edit): boolean {
  return edit.state.status !== 'done';
}

/** The same edit in another state. */
export function inState<E extends Edit>(edit: E, state: EditState): E {
  return { ...edit, state };
}

/** Oldest first; edits that two windows made at once are ordered by id, the same everywhere. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
}
