import { isObject, listOf, text } from '../shape';

/** Steps from the shapes of earlier versions to ours. What they make no sense of is left to the reader to refuse. */

/**
 * An edit of version 1: says how often it was sent, and what its attempt asked for. A language that was not found was
 * removed elsewhere.
 */
export function toEdit2(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { kind, state } = value;
  if (!isObject(state)) return value;
  if (isObject(state['reason']) && state['reason']['code'] === 'not-found') {
    const reason = { ...state['reason'], code: 'changed-elsewhere', theirs: null };
    return { ...value, tries: 1, state: { ...state, reason } };
  }
  if (!isObject(state['attempt'])) return { ...value, tries: 0 };
  const sent = kind === 'add' ? 'create' : kind === 'change' ? 'update' : 'remove';
  const settled = 'notBeforeMs' in state && { settledAtMs: state['notBeforeMs'] };
  return { ...value, tries: 1, state: { ...state, ...settled, attempt: { ...state['attempt'], sent } } };
}

/** A draft of version 1: the list is at its top. */
export function toDraft2(value: unknown): unknown {
  return isObject(value) ? { scrollTop: 0, ...value } : value;
}

/** Preferences of version 1: they were chosen as a whole, at one time. */
export function toPreferences2(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { atMs, putAside } = value;
  const aside = listOf(text)(putAside)?.map((question) => ({ question, isAside: true, atMs }));
  return { ...value, placedAtMs: atMs, contactAtMs: atMs, putAside: aside };
}

/** A snapshot of version 1: nothing is known of what this browser wrote and met. */
export function toSnapshot2(value: unknown): unknown {
  return isObject(value) ? { met: [], knownWrites: [], creations: [], ...value } : value;
}

/** A snapshot of version 2: nobody has looked lately. */
export function toSnapshot3(value: unknown): unknown {
  return isObject(value) ? { looksAtMs: [], ...value } : value;
}
