import { useRef } from 'preact/hooks';
import type { Undo } from '../outbox/undo';
import { type Word, word } from '../ui/words';
import type { PopupState } from './popup-state';
import { shownName } from './shown-name';
import styles from './StatusBar.module.css';
import type { StatusLine } from './status-line';
import { useWanted } from './use-wanted';
import { UNDO } from './wanted';

export interface StatusBarProps {
  readonly line: StatusLine;
  /** What the Undo button takes back; null: no button. */
  readonly undo: Undo | null;
  readonly state: PopupState;
}

const DID: Readonly<Record<Undo['did'], Word>> = {
  add: 'undoAdd',
  change: 'undoChange',
  remove: 'undoRemove',
  'put-aside': 'undoPutAside',
};

/** The foot of the popup: where the edits stand, the way forward, and the way back. */
export function StatusBar({ line, undo, state }: StatusBarProps) {
  const news = line.tone === 'good' ? state.news.value : null;
  const later = state.later.value;
  const undoButton = useRef<HTMLButtonElement>(null);
  useWanted(state.wanted, undo && UNDO, () => undoButton.current?.focus());
  return (
    <footer class={styles['bar']}>
      <i class={styles['dot']} data-tone={line.tone} aria-hidden="true" />
      <output class={styles['text']}>{news?.text ?? line.text}</output>
      {later && line.action !== null && (
        <later.WayForward key={line.action} action={line.action} state={state} />
      )}
      {undo !== null && (
        <button
          type="button"
          class="button quiet"
          ref={undoButton}
          title={word(DID[undo.did], shownName(languageOf(undo)))}
          onClick={state.undo}
        >
          {word('undo')}
        </button>
      )}
    </footer>
  );
}

/** The language that it is about, by its names. */
function languageOf(undo: Undo) {
  const { inverse } = undo;
  if (inverse === null) return undo;
  return inverse.kind === 'add' ? inverse.fields : inverse.base;
}
