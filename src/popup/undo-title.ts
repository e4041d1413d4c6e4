import type { Undo } from '../outbox/undo';
import { type Word, word } from '../ui/words';
import { ownNameByTable } from './own-names';
import { shownName } from './shown-name';

const DID: Readonly<Record<Undo['did'], Word>> = {
  add: 'undoAdd',
  change: 'undoChange',
  remove: 'undoRemove',
  'put-aside': 'undoPutAside',
};

/** What the Undo button takes back, in words. */
export function undoTitle(undo: Undo): string {
  return word(DID[undo.did], shownName(languageOf(undo), ownNameByTable));
}

/** The language that it is about, by its names. */
function languageOf(undo: Undo) {
  const { inverse } = undo;
  if (inverse === null) return undo;
  return inverse.kind === 'add' ? inverse.fields : inverse.base;
}
