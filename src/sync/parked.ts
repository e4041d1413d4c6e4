import type { EditState, ParkReason } from '../outbox/edit';

/** The state of an edit that waits for the person. */
export function parked(
  code: ParkReason['code'],
  facts: Partial<ParkReason> & Pick<ParkReason, 'atMs'>,
): Extract<EditState, { status: 'parked' }> {
  const none = { theirs: null, status: null, serviceCode: null, requestId: null };
  return { status: 'parked', reason: { ...none, ...facts, code } };
}
