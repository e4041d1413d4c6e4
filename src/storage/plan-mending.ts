import { type Edit, inState } from '../outbox/edit';
import { mendedValues } from './mended-values';
import { examineStored, readStored, type StorageRecord, toRecord } from './stored';
import { openEditTexts, readEditAt } from './stored-edits';
import { editOfKey } from './worker-keys';

/** How long a request that was lost sight of may still be executed: as long as one that was cut off. */
const LOST_SETTLE_MS = 120_000;

/** What brings `storage.local` and the mirror in order. */
export interface Mending {
  /** For one `set` of `storage.local`. */
  readonly set: Readonly<Record<string, string>>;
  readonly putMirror: Readonly<Record<string, string>>;
  readonly removeMirror: readonly string[];
}

/**
 * Decides what is mended before each drain, from all that `storage.local` and the mirror hold. Pure.
 * - Edits that only the mirror has are restored, as are those that are damaged in `storage.local`.
 * - Values of older versions are written anew in ours, and a gate that cannot be read is closed (`mended-values.ts`).
 * - The mirror gets the open edits that it lacks and loses the finished ones.
 * - An edit of a newer version stays as it is, in both.
 */
export function planMending(
  record: StorageRecord,
  mirrored: Readonly<Record<string, string>>,
  nowMs: number,
  newId: () => string,
): Mending {
  const set = {
    ...mendedValues(record, nowMs),
    ...restoredEdits(record, mirrored, nowMs, newId),
  };
  const after = { ...record, ...set };
  const open = Object.entries(openEditTexts(after)).filter(([key, text]) => mirrored[key] !== text);
  return {
    set,
    putMirror: Object.fromEntries(open),
    removeMirror: Object.keys(mirrored).filter((key) => readEditAt(after, key)?.state.status === 'done'),
  };
}

function restoredEdits(
  record: StorageRecord,
  mirrored: Readonly<Record<string, string>>,
  nowMs: number,
  newId: () => string,
): Record<string, string> {
  const lost = Object.entries(mirrored).flatMap(([key, text]) => {
    const stored = editOfKey(key);
    if (stored === null) return [];
    const { status } = examineStored(record, stored);
    if (status === 'readable' || status === 'newer') return [];
    const edit = readStored(mirrored, stored);
    if (edit !== null) return Object.entries(toRecord(stored, restored(edit, nowMs, newId)));
    // Readable nowhere: it has to be counted, so that the person is told.
    return status === 'absent' ? [[key, text] as const] : [];
  });
  return Object.fromEntries(lost);
}

/**
 * The edit as it may go on when nobody knows how far it had come: an add, and what was on its way, is looked for before
 * it is sent again, and what the person has to decide is still theirs.
 */
function restored(edit: Edit, nowMs: number, newId: () => string): Edit {
  const { state } = edit;
  if (state.status === 'parked' || state.status === 'done') return edit;
  if (state.status === 'queued' && edit.kind !== 'add') return edit;
  const unsent = { sent: 'create', requestId: newId(), knownIds: null } as const;
  return inState(edit, {
    status: 'ambiguous',
    attempt: { ...(state.status === 'queued' ? unsent : state.attempt), startedAtMs: nowMs },
    notBeforeMs: nowMs,
    settledAtMs: nowMs + LOST_SETTLE_MS,
    misses: 0,
  });
}
