import { useRef } from 'preact/hooks';
import { word } from '../ui/words';
import styles from './MoveHandle.module.css';
import { type Moved, moveLine } from './move-line';
import { useWanted } from './use-wanted';
import { handleOf } from './wanted';

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity };

/** Moves a row to another place in the list: by dragging, or by the arrow keys, Home and End. */
export function MoveHandle(moved: Moved) {
  const { line, name, state } = moved;
  const handle = useRef<HTMLButtonElement>(null);
  useWanted(state.wanted, handleOf(line.key), () => handle.current?.focus());

  function move(placeFrom: (from: number) => number): void {
    moveLine(moved, placeFrom, handleOf(line.key));
  }

  function drag(event: PointerEvent): void {
    const list = handle.current?.closest('ul');
    if (!list || event.button !== 0) return;
    // Text is not selected, and the focus comes with the move.
    event.preventDefault();
    const end = new AbortController();
    const { signal } = end;
    const follow = ({ clientY }: PointerEvent) => {
      const own = handle.current?.closest('li');
      const others = [...list.children].filter((row) => row !== own);
      // Not behind what stands above and below the list: there it scrolls, as the focus goes along.
      const { top, bottom } = list.getBoundingClientRect();
      const y = Math.min(Math.max(clientY, top), bottom);
      move(() => others.filter((row) => middleOf(row) < y).length);
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
        move((from) => from + step);
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

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
