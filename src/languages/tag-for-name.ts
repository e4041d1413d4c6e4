import { fold } from './fold';
import { languageTable } from './table';
import { likelyTag } from './tags';

/** The tag of the language that has this name in English, in itself or among people; null where none has. */
export function tagForName(name: string): string | null {
  const folded = fold(name);
  if (folded === '') return null;
  const isCalled = (each: string | null) => each !== null && fold(each) === folded;
  const entry =
    languageTable.find(({ englishName, ownName }) => isCalled(englishName) || isCalled(ownName)) ??
    languageTable.find(({ aliases }) => aliases.some(isCalled));
  return entry ? likelyTag(entry.tag) : null;
}
