import { decideRetry } from '../graph/decide-retry';
import { GraphFailure } from '../graph/failure';
import { afterWrite, type Snapshot, withAlias } from '../outbox/snapshot';
import type { Twins } from '../outbox/twins';
import { callGraph, type EngineParts } from './engine-parts';

/**
 * Removes the younger of two languages that one add has made; whoever meant it means the older one from now on. Where
 * the service refuses for good, both stay, and the person sees both. Rejects where it could not be done now.
 */
export async function removeTwin(
  parts: EngineParts,
  snapshot: Snapshot,
  { kept, twin }: Twins,
): Promise<void> {
  const creations = snapshot.creations.map((each) => (each.id === twin.id ? { ...each, id: kept.id } : each));
  const removed = { id: twin.id, asked: {}, answered: null, atMs: parts.nowMs() };
  const after = withAlias(afterWrite({ ...snapshot, creations }, removed), twin.id, kept.id);
  try {
    await callGraph(parts, (call) => parts.graph.removeLanguage(call, twin.id));
    await parts.store.commit({ snapshot: after, gate: null });
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    const { next } = decideRetry({ failure: error, kind: 'remove', attempt: 1, random: parts.random });
    if (next === 'done') await parts.store.commit({ snapshot: after, gate: null });
    else if (next === 'park' || next === 'reread')
      await parts.store.commit({ snapshot: { ...snapshot, creations: [] } });
    else throw error;
  }
}
