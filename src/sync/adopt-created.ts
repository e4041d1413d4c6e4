import { GraphFailure } from '../graph/failure';
import { SignInFailure } from '../identity/failure';
import { areFieldsEqual } from '../languages/fields';
import type { ProfileLanguage } from '../languages/language';
import { naturalKey } from '../languages/tags';
import type { AddEdit, Attempt } from '../outbox/edit';
import { type Snapshot, withAlias, withoutLanguage } from '../outbox/snapshot';
import { callGraph, type EngineParts } from './engine-parts';

/**
 * The snapshot in which the edit has become the language that its attempt created; null where there is none.
 *
 * There can be two: a browser sends a request once more by itself when the connection breaks before the answer begins.
 * The oldest stays, and another that is the same in every field goes, whoever looks at it.
 */
export async function adoptCreated(
  parts: EngineParts,
  snapshot: Snapshot,
  edit: Pick<AddEdit, 'language' | 'fields'>,
  attempt: Attempt,
): Promise<Snapshot | null> {
  const [kept, ...others] = findCreated(edit, attempt, snapshot);
  if (kept === undefined) return null;
  let after = withAlias(snapshot, edit.language, kept.id);
  for (const twin of others.filter((other) => areFieldsEqual(other, kept))) {
    if (await removeTwin(parts, twin.id)) after = withoutLanguage(after, twin.id);
  }
  return after;
}

/** What is like the edit and was not there before its attempt, oldest first. */
function findCreated(
  { fields }: Pick<AddEdit, 'fields'>,
  { knownIds }: Attempt,
  { languages }: Snapshot,
): ProfileLanguage[] {
  const key = naturalKey(fields);
  return languages
    .filter(({ id, isEditable }) => isEditable && !knownIds.includes(id))
    .filter((language) => naturalKey(language) === key)
    .toSorted((a, b) => age(a).localeCompare(age(b)));
}

/** Sorts by time of creation, then by id: the same everywhere, so that two devices never remove each other's. */
function age({ createdAt, id }: ProfileLanguage): string {
  return `${createdAt ?? ''} ${id}`;
}

/** False where it could not be removed: the create itself went well, so that this is no failure of the edit. */
async function removeTwin(parts: EngineParts, id: string): Promise<boolean> {
  try {
    await callGraph(parts, (call) => parts.graph.removeLanguage(call, id));
    return true;
  } catch (error) {
    if (error instanceof GraphFailure) return error.code === 'not-found';
    if (error instanceof SignInFailure) return false;
    throw error;
  }
}
