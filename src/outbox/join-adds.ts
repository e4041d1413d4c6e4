import { naturalKey } from '../languages/tags';
import { type Aliases, resolveRef } from './aliases';
import { type Edit, isNewRef, languageOf, type LanguageRef } from './edit';
import type { Snapshot } from './snapshot';

/**
 * The snapshot's references with those of adds of what is there already, read or added by another window: nobody wants
 * a language twice, so that such an add means the one that is there, unless it says that it shall stand beside it. An add that is taken back under its own reference
 * stays on its own: what it has met stays. Takes open edits, oldest first.
 */
export function joinAdds(snapshot: Snapshot | null, edits: readonly Edit[]): Aliases {
  const { languages = [], aliases = {} } = snapshot ?? {};
  // To know languages by what they are takes long: most lists are shown without.
  if (edits.every(({ kind }) => kind === 'change')) return aliases;
  const editable = languages.filter(({ isEditable }) => isEditable).toReversed();
  const onProfile = new Map<string, LanguageRef>(editable.map((each) => [naturalKey(each), each.id]));
  const refs = new Map(onProfile);
  const last = new Map(edits.map(({ kind, language }) => [resolveRef(aliases, language), kind]));
  const isTakenBack = (ref: LanguageRef) => isNewRef(ref) && last.get(ref) === 'remove';
  const isListed = (ref: LanguageRef) => languages.some(({ id }) => id === ref);
  const joined: Record<LanguageRef, LanguageRef> = { ...aliases };
  for (const edit of edits) {
    if (edit.kind === 'add' && edit.isBeside) continue;
    const ref = resolveRef(joined, edit.language);
    const key = naturalKey(languageOf(edit));
    const present = refs.get(key);
    if (edit.kind === 'add') {
      if (present === undefined || (isTakenBack(ref) && !isNewRef(present))) refs.set(key, ref);
      else if (ref !== present && (isNewRef(ref) || (isListed(present) && !isListed(ref))))
        joined[ref] = present;
    } else if (edit.kind === 'remove' && present !== undefined) {
      const there = onProfile.get(key);
      // Who removes what an add had met means the add as well, also when that is gone meanwhile.
      if (isNewRef(present) && !isNewRef(ref)) joined[present] = ref;
      else if (ref !== present) continue;
      if (there === undefined || there === ref) refs.delete(key);
      else refs.set(key, there);
    }
  }
  return joined;
}
