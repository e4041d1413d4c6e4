import { browser } from '../browser';
import type { OutboxMirror } from './outbox-mirror';
import { planMending } from './plan-mending';
import { succeeds } from './remove-for-good';

/** What mending needs from outside. */
export interface MendingParts {
  readonly nowMs: number;
  readonly newId: () => string;
  /** True once the person has signed out: from then on nothing is written any more. */
  readonly hasStopped: () => boolean;
}

/**
 * Mends `storage.local` and the mirror: to be done before anything is sent. Killed anywhere, it does the same again.
 * Rejects where `storage.local` cannot be read or written; what cannot be read is not taken for empty. A mirror that
 * fails is done without until the next time.
 */
export async function mendStorage(
  mirror: OutboxMirror,
  { nowMs, newId, hasStopped }: MendingParts,
): Promise<void> {
  const { local } = browser.storage;
  // In this order: what is removed meanwhile leaves the mirror first, and must not look as if it had been lost.
  const record = await local.get(null);
  const mirrored = await mirror.readAll().catch(() => null);
  // All writes begin in this turn: whatever is wiped after it is wiped after them.
  if (hasStopped()) return;
  const { set, putMirror, removeMirror } = planMending(record, mirrored ?? {}, nowMs, newId);
  const work = [
    ...(Object.keys(set).length > 0 ? [local.set(set)] : []),
    ...(mirrored !== null && Object.keys(putMirror).length > 0 ? [succeeds(mirror.put(putMirror))] : []),
    ...(mirrored !== null && removeMirror.length > 0 ? [succeeds(mirror.remove(removeMirror))] : []),
  ];
  await Promise.all(work);
}
