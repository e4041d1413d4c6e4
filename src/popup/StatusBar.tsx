import { useRef } from 'preact/hooks';
import type { Undo } from '../outbox/undo';
import { type Word, word } from '../ui/words';
import type { PopupState } from './popup-state';
import { shownName } from './shown-name';
import styles from './StatusBar.module.css';
import type { StatusLine } from './status-line';
import { useHeir, useWanted } from './use-wanted';
import { SEARCH, UNDO } from './wanted';

export interface StatusBarProps {
  readonly line: StatusLine;
  /** What the Undo button takes back; null: no button. */
  readonly undo: Undo | null;
  readonly state: PopupState;
}

type Action = NonNullable<StatusLine['action']>;

const WAYS_FORWARD: Readonly<Record<Action, readonly [label: Word, act: (state: PopupState) => void]>> = {
  'sign-in': [
    'signIn',
    ({ ask }) => {
      ask('session/sign-in');
    },
  ],
  retry: [
    'tryAgain',
    ({ ask }) => {
      ask('sync/retry');
    },
  ],
  'show-problem': [
    'showProblem',
    ({ showProblem }) => {
      showProblem();
    },
  ],
};

const DID: Readonly<Record<Undo['did'], Word>> = {
  add: 'undoAdd',
  change: 'undoChange',
  remove: 'undoRemove',
  'put-aside': 'undoPutAside',
};

/** The foot of the popup: where the edits stand, the way forward, and the way back. */
export function StatusBar({ line, undo, state }: StatusBarProps) {
  const news = line.tone === 'good' ? state.news.value : null;
  const undoButton = useRef<HTMLButtonElement>(null);
  useWanted(state.wanted, undo && UNDO, () => undoButton.current?.focus());
  return (
    <footer class={styles['bar']}>
      <i class={styles['dot']} data-tone={line.tone} aria-hidden="true" />
      <output class={styles['text']}>{news?.text ?? line.text}</output>
      {line.action !== null && <WayForward key={line.action} action={line.action} state={state} />}
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

function WayForward({ action, state }: { readonly action: Action; readonly state: PopupState }) {
  const button = useRef<HTMLButtonElement>(null);
  useHeir(state.wanted, button, () => SEARCH);
  const [label, act] = WAYS_FORWARD[action];
  return (
    <button
      ref={button}
      type="button"
      class={action === 'sign-in' ? 'button' : 'button quiet'}
      onClick={() => {
        act(state);
      }}
    >
      {word(label)}
    </button>
  );
}

/** The language that it is about, by its names. */
function languageOf(undo: Undo) {
  const { inverse } = undo;
  if (inverse === null) return undo;
  return inverse.kind === 'add' ? inverse.fields : inverse.base;
}
