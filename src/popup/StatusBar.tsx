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
  const undoButton = useRef<HTMLButtonElement>(null);
  useWanted(state.wanted, undo && UNDO, () => undoButton.current?.focus());
  return (
    <footer class={styles['bar']}>
      <i class={styles['dot']} data-tone={line.tone} aria-hidden="true" />
      <output class={styles['text']}>{line.text}</output>
      {line.action === 'sign-in' && (
        <button type="button" class="button" onClick={() => state.ask('session/sign-in')}>
          {word('signIn')}
        </button>
      )}
      {line.action === 'retry' && (
        <button type="button" class="button quiet" onClick={() => state.ask('sync/retry')}>
          {word('tryAgain')}
        </button>
      )}
      {line.action === 'show-problem' && (
        <button type="button" class="button quiet" onClick={state.showProblem}>
          {word('showProblem')}
        </button>
      )}
      {undo !== null && (
        <button
          type="button"
          class="button quiet"
          ref={undoButton}
          title={word(DID[undo.did], shownName(undo))}
          onClick={state.undo}
        >
          {word('undo')}
        </button>
      )}
    </footer>
  );
}
