import type { Snapshot } from '../outbox/snapshot';
import { callGraph, type EngineParts } from './engine-parts';

/** Reads every language; the references that edits still use keep leading where they led. */
export async function readSnapshot(parts: EngineParts, before: Snapshot | null): Promise<Snapshot> {
  const languages = await callGraph(parts, (call) => parts.graph.listLanguages(call));
  return { languages, aliases: before?.aliases ?? {}, fetchedAtMs: parts.nowMs() };
}
