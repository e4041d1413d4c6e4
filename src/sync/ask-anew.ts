import { areFieldsEqual } from '../languages/fields';
import { type Edit, inState } from '../outbox/edit';
import type { AccountState } from '../storage/account-state';
import { parked } from './parked';
import { planSend } from './plan-send';

/**
 * The edits that ask about a change made elsewhere, and say by now what the profile does not say any more: as they ask
 * about what it says now, or done where it says the same as they do. Pure.
 */
export function askAnew({ snapshot, edits, facts }: AccountState, nowMs: number): Edit[] {
  if (snapshot === null) return [];
  return edits.flatMap((edit) => {
    const { state } = edit;
    if (state.status !== 'parked' || state.reason.code !== 'changed-elsewhere') return [];
    const plan = planSend(edit, snapshot, facts);
    if (plan.kind === 'nothing') return [inState(edit, { status: 'done' })];
    // A read that is behind can show what was there before anybody changed it: that is no leave to write over it.
    if (plan.kind !== 'ask') return [];
    const [said, now] = [state.reason.theirs, plan.theirs];
    const isAsSaid = said === null || now === null ? said === now : areFieldsEqual(said, now);
    return isAsSaid ? [] : [inState(plan.edit, parked('changed-elsewhere', { theirs: now, atMs: nowMs }))];
  });
}
