import { useId } from 'preact/hooks';
import type { LanguageLine } from '../outbox/fold';
import { word } from '../ui/words';
import styles from './ContactChoice.module.css';
import { isLine } from './is-line';
import type { PopupState } from './popup-state';
import { prefer } from './prefer';

export interface ContactChoiceProps {
  readonly line: LanguageLine;
  readonly name: string;
  readonly state: PopupState;
}

/** Marks the one language in which the person prefers to be contacted. */
export function ContactChoice({ line, name, state }: ContactChoiceProps) {
  const hintId = useId();
  const { contact: kept } = state.preferences.value;
  return (
    <label class={styles['choice']}>
      <input
        type="checkbox"
        aria-label={word('preferContactOf', name)}
        aria-describedby={hintId}
        checked={isLine(line, kept)}
        onChange={({ currentTarget }) => {
          const contact = currentTarget.checked ? line.ref : null;
          prefer(state, ({ contactAtMs }, timeAfter) => ({ contact, contactAtMs: timeAfter(contactAtMs) }));
          // Shows what is kept: the choice comes back with it, or not at all where it could not be stored.
          currentTarget.checked = isLine(line, kept);
        }}
      />
      <span>
        {word('preferContact')}
        <small id={hintId}>{word('preferContactHint')}</small>
      </span>
    </label>
  );
}
