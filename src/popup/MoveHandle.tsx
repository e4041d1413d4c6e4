import { useRef } from 'preact/hooks';
import type { LanguageLine } from '../outbox/fold';
import { uiLocale, word } from '../ui/words';
import styles from './MoveHandle.module.css';
import type { PopupState } from './popup-state';
import { useWanted } from './use-wanted';
import { handleOf } from './wanted';

export interface MoveHandleProps {
  readonly line: LanguageLine;
  readonly name: string;
  readonly state: PopupState;
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };

/** Moves a row to another place in the list: by dragging, or by the arrow keys, Home and End. */
export function MoveHandle({ line, name, state }: MoveHandleProps) {
  const handle = useRef<HTMLButtonElement>(null);
  useWanted(state.wanted, handleOf(line.key), () => handle.current?.focus());

  function moveTo(place: number): void {
    const lines = state.lines.value;
    const from = lines.findIndex(({ key }) => key === line.key);
    const to = Math.min(Math.max(place, 0), lines.length - 1);
    if (from < 0 || to === from) return;
    const arranged = lines.toSpliced(from, 1).toSpliced(to, 0, line);
    state.prefer({ places: arranged.map(({ ref }) => ref) });
    const numbers = new Intl.NumberFormat(uiLocale());
    state.said.value = word('movedTo', name, numbers.format(to + 1), numbers.format(lines.length));
    // The row that is moved loses the focus.
    state.wanted.value = handleOf(line.key);
  }

  function drag(event: PointerEvent): void {
    const list = handle.current?.closest('ul');
    if (!list || event.button !== 0) return;
    // Text is not selected, and the focus comes with the move.
    event.preventDefault();
    const end = new AbortController();
    const { signal } = end;
    const follow = ({ clientY }: PointerEvent) => {
      const rows = [...list.children].map((row) => row.getBoundingClientRect());
      const place = rows.findIndex(({ top, bottom }) => clientY >= top && clientY < bottom);
      if (place >= 0) moveTo(place);
    };
    // The handle itself moves along and would lose a pointer that it had captured.
    document.addEventListener('pointermove', follow, { signal });
    for (const type of ['pointerup', 'pointercancel'] as const) {
      document.addEventListener(
        type,
        () => {
          end.abort();
        },
        { signal },
      );
    }
  }

  return (
    <button
      ref={handle}
      type="button"
      class={styles['handle']}
      aria-label={word('moveOf', name)}
      title={word('moveHint')}
      onPointerDown={drag}
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (step === undefined) return;
        event.preventDefault();
        moveTo(state.lines.value.findIndex(({ key }) => key === line.key) + step);
      }}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d="M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01"
          stroke="currentColor"
          stroke-width="2"
          stroke-linecap="round"
        />
      </svg>
    </button>
  );
}
