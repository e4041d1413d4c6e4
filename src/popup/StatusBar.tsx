import { useRef } from 'preact/hooks';
import type { Undo } from '../outbox/undo';
import { word } from '../ui/words';
import type { PopupState } from './popup-state';
import styles from './StatusBar.module.css';
import type { StatusLine } from '../ui/status-line';
import { useWanted } from './use-wanted';
import { UNDO } from './wanted';

export interface StatusBarProps {
  readonly line: StatusLine;
  /** What the Undo button takes back; null: no button. */
  readonly undo: Undo | null;
  readonly state: PopupState;
}

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
          title={later?.undoTitle(undo)}
          onClick={state.undo}
        >
          {word('undo')}
        </button>
      )}
    </footer>
  );
}
