import { useRef } from 'preact/hooks';
import { type Word, word } from '../ui/words';
import styles from './MoveButtons.module.css';
import { type Moved, moveLine } from './move-line';
import { useWanted } from './use-wanted';
import { moveButtonOf } from './wanted';

/** One place at a time. */
const MOVES = [
  ['moveUp', -1],
  ['moveDown', 1],
] as const;

/** Moves a row without dragging it. */
export function MoveButtons(props: Moved) {
  return (
    <div class={styles['moves']}>
      {MOVES.map(([label, step]) => (
        <MoveButton key={label} {...props} label={label} step={step} />
      ))}
    </div>
  );
}

interface MoveButtonProps extends Moved {
  readonly label: Word;
  readonly step: number;
}

function MoveButton({ label, step, ...moved }: MoveButtonProps) {
  const { line, state } = moved;
  const button = useRef<HTMLButtonElement>(null);
  const control = moveButtonOf(label, line.key);
  useWanted(state.wanted, control, () => button.current?.focus());
  const lines = state.lines.value;
  const end = lines.at(step < 0 ? 0 : -1);
  return (
    <button
      ref={button}
      type="button"
      class="button quiet"
      aria-disabled={end?.key === line.key}
      onClick={() => {
        moveLine(moved, (from) => from + step, control);
      }}
    >
      {word(label)}
    </button>
  );
}
