import { type AddEdit, type Attempt, type Edit, inState } from '../outbox/edit';
import type { Snapshot } from '../outbox/snapshot';
import type { AccountState } from '../storage/account-state';
import { adoptCreated } from './adopt-created';
import type { EngineParts } from './engine-parts';
import { planSend } from './plan-send';
import { readSnapshot } from './read-snapshot';
import { commitDone } from './send-edit';

/** How long a create may still be executed after the worker was stopped while it was in flight. */
const SETTLE_AFTER_KILL_MS = 120_000;

/** A create is sent again only after it was looked for and not found this often ... */
const MISSES_NEEDED = 2;

/** ... and this far apart. */
const MISS_INTERVAL_MS = 30_000;

/**
 * Finds out whether an edit was executed of which nobody knows: reads the profile and looks. Found: done. Not found:
 * queued again, a create only after it was missed twice. Rejects where the profile could not be read or storage fails.
 */
export async function lookAgain(parts: EngineParts, state: AccountState, edit: Edit): Promise<void> {
  if (edit.state.status === 'inflight') {
    // Its worker is gone: only one runs at a time, and this one did not send it.
    const settleMs = edit.kind === 'add' ? SETTLE_AFTER_KILL_MS : 0;
    const { attempt } = edit.state;
    const notBeforeMs = attempt.startedAtMs + settleMs;
    await parts.store.commit({
      edits: [inState(edit, { status: 'ambiguous', attempt, notBeforeMs, misses: 0 })],
    });
    return;
  }
  if (edit.state.status !== 'ambiguous') return;
  const snapshot = await readSnapshot(parts, state.snapshot);
  if (edit.kind === 'add') await lookForCreated(parts, snapshot, edit, edit.state);
  else if (planSend(edit, snapshot, state.facts).kind === 'nothing')
    await commitDone(parts, snapshot, [edit]);
  else await parts.store.commit({ snapshot, edits: [inState(edit, { status: 'queued' })] });
}

async function lookForCreated(
  parts: EngineParts,
  snapshot: Snapshot,
  edit: AddEdit,
  { attempt, misses }: { attempt: Attempt; misses: number },
): Promise<void> {
  const adopted = await adoptCreated(parts, snapshot, edit, attempt);
  if (adopted !== null) {
    await commitDone(parts, adopted, [edit]);
    return;
  }
  const isEnough = misses + 1 >= MISSES_NEEDED;
  const notBeforeMs = parts.nowMs() + MISS_INTERVAL_MS;
  const next = isEnough
    ? inState(edit, { status: 'queued' })
    : inState(edit, { status: 'ambiguous', attempt, notBeforeMs, misses: misses + 1 });
  await parts.store.commit({ snapshot, edits: [next] });
}
