import { decideRetry } from '../graph/decide-retry';
import { GraphFailure } from '../graph/failure';
import type { ProfileLanguage } from '../languages/language';
import { afterWrite, type Snapshot, withAlias } from '../outbox/snapshot';
import { inState, isOpen } from '../outbox/edit';
import { findTwins, removesOneOf, type Twins } from '../outbox/twins';
import type { AccountChanges, AccountState } from '../storage/account-state';
import { gateOf } from './close-gate';
import { callGraph, type EngineParts } from './engine-parts';
import { readProfile } from './read-profile';

/**
 * Removes the younger of two languages that one add has made, if they still are there and the same; whoever meant it
 * means the older one from now on. Where the service refuses for good, both stay, and the person sees both. Rejects
 * where it could not be done now.
 */
export async function removeTwin(parts: EngineParts, state: AccountState): Promise<void> {
  const { snapshot, found, shown } = await readProfile(parts, state);
  const twins = findTwins(snapshot.languages, snapshot.creations);
  const isLast = twins !== null && isLastOf(twins, shown);
  await parts.store.commit({ snapshot: isLast ? withBoth(snapshot) : snapshot, edits: found, gate: null });
  if (twins === null || isLast) return;
  const { id } = twins.twin;
  try {
    await callGraph(parts, (call) => parts.graph.removeLanguage(call, id));
    await parts.store.commit(await healed(parts, snapshot, twins));
    parts.tellOthers();
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    const { next } = decideRetry({ failure: error, kind: 'remove', attempt: 1, random: parts.random });
    const gate = error.retryAfterMs === null ? null : gateOf(parts, error, 1);
    if (next === 'done') {
      await parts.store.commit({ ...(await healed(parts, snapshot, twins)), gate });
      parts.tellOthers();
    } else if (next === 'park' || next === 'reread') {
      await parts.store.commit({ snapshot: withBoth(snapshot), gate });
    } else {
      throw error;
    }
  }
}

/** True where the older one has gone since: no read that is merely old shows the younger one alone. */
function isLastOf({ kept, twin }: Twins, shown: readonly ProfileLanguage[]): boolean {
  const isShown = ({ id }: ProfileLanguage) => shown.some((each) => each.id === id);
  return isShown(twin) && !isShown(kept);
}

/** The snapshot that takes no two languages for twins any more. */
function withBoth(snapshot: Snapshot): Snapshot {
  const creations = snapshot.creations.filter((each) => findTwins(snapshot.languages, [each]) === null);
  return { ...snapshot, creations };
}

/** The twin is gone. Whoever removed one of the two meanwhile has what they wanted, and keeps the other. */
async function healed(parts: EngineParts, snapshot: Snapshot, twins: Twins): Promise<AccountChanges> {
  const { edits } = await parts.store.read();
  const removals = edits.filter((edit) => isOpen(edit) && removesOneOf(edit, snapshot.aliases, twins));
  return {
    snapshot: withoutTwin(snapshot, twins, parts.nowMs()),
    edits: removals.map((edit) => inState(edit, { status: 'done' })),
  };
}

function withoutTwin(snapshot: Snapshot, { kept, twin }: Twins, atMs: number): Snapshot {
  const creations = snapshot.creations.map((each) => (each.id === twin.id ? { ...each, id: kept.id } : each));
  const removed = { id: twin.id, asked: {}, answered: null, atMs };
  return withAlias(afterWrite({ ...snapshot, creations }, removed), twin.id, kept.id);
}
