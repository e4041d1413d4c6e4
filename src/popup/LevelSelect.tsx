import { isLevel, LEVELS, levelOrdinal, type Level } from '../languages/levels';
import type { LevelWord } from '../languages/language';
import { word } from '../ui/words';
import styles from './LevelSelect.module.css';
import { levelWords } from './level-words';

export interface LevelSelectProps {
  /** The accessible name. */
  readonly label: string;
  readonly level: LevelWord | null;
  /** Whether the six-step meter stands under the words. */
  readonly withMeter?: boolean;
  /** Of the choice itself, where no meter stands under it. */
  readonly class?: string | undefined;
  readonly onChange: (level: Level) => void;
}

/** The level, to read at a glance and to change in place. A level that this version does not know is shown as it is. */
export function LevelSelect({
  label,
  level,
  withMeter = false,
  class: className,
  onChange,
}: LevelSelectProps) {
  const isKnown = isLevel(level);
  return (
    <span class={styles['level']} data-meter={withMeter}>
      <select
        class={className}
        aria-label={label}
        value={level ?? ''}
        onChange={({ currentTarget }) => {
          const next = currentTarget.value;
          if (isLevel(next)) onChange(next);
          // Shows what is kept: the choice comes back with the stored edit, or not at all where it could not be stored.
          currentTarget.value = level ?? '';
        }}
      >
        {!isKnown && (
          <option value={level ?? ''} disabled>
            {level === null ? word('levelNone') : word('levelUnknown', level)}
          </option>
        )}
        {LEVELS.map((each) => (
          <option key={each} value={each}>
            {levelWords(each)}
          </option>
        ))}
      </select>
      {withMeter && (
        <span class={styles['meter']} aria-hidden="true">
          {LEVELS.map((each) => (
            <i key={each} data-on={isKnown && levelOrdinal(each) <= levelOrdinal(level)} />
          ))}
        </span>
      )}
    </span>
  );
}
