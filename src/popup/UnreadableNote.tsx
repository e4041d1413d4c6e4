import { useRef } from 'preact/hooks';
import type { UnreadableEdit } from '../storage/account-state';
import { CopyButton } from '../ui/CopyButton';
import { countedWord, word } from '../ui/words';
import type { PopupState } from './popup-state';
import styles from './UnreadableNote.module.css';
import { useWanted } from './use-wanted';
import { UNREADABLE } from './wanted';

export interface UnreadableNoteProps {
  /** At least one. */
  readonly unreadable: readonly UnreadableEdit[];
  readonly state: PopupState;
}

/** Tells of edits that this version cannot read: they are kept as they are, and the person decides about them. */
export function UnreadableNote({ unreadable, state }: UnreadableNoteProps) {
  const note = useRef<HTMLDivElement>(null);
  useWanted(state.wanted, UNREADABLE, () => note.current?.querySelector('button')?.focus());
  const newer = unreadable.filter(({ reason }) => reason === 'newer').length;
  const damaged = unreadable.length - newer;
  return (
    <div ref={note} class={styles['note']} role="group" aria-label={word('unreadable')}>
      {damaged > 0 && <p>{countedWord('unreadableDamaged', damaged)}</p>}
      {newer > 0 && <p>{countedWord('unreadableNewer', newer)}</p>}
      <p data-hint="true">{word('unreadableHint')}</p>
      <CopyButton label={word('copyDetails')} text={unreadableDetails(unreadable)} class="button" />
      <button
        type="button"
        class={damaged > 0 ? 'button' : 'button danger'}
        onClick={() => {
          state.ask('sync/discard-unreadable');
        }}
      >
        {word(damaged > 0 ? 'discard' : 'discardAnyway')}
      </button>
    </div>
  );
}

/** What is stored of each edit, as it is. */
function unreadableDetails(unreadable: readonly UnreadableEdit[]): string {
  return unreadable.map(({ key, text, reason }) => `${key} (${reason})\n${text}`).join('\n\n');
}
