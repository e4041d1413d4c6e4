import type { LanguageLine } from '../outbox/fold';
import { word } from '../ui/words';
import styles from './ContactChoice.module.css';
import { isLine } from './is-line';
import type { PopupState } from './popup-state';

export interface ContactChoiceProps {
  readonly line: LanguageLine;
  readonly name: string;
  readonly state: PopupState;
}

/** Marks the one language in which the person prefers to be contacted. */
export function ContactChoice({ line, name, state }: ContactChoiceProps) {
  const { contact } = state.page.value.preferences;
  return (
    <label class={styles['choice']}>
      <input
        type="checkbox"
        aria-label={word('preferContactOf', name)}
        checked={isLine(line, contact)}
        onChange={({ currentTarget }) => {
          state.prefer({ contact: currentTarget.checked ? line.ref : null });
        }}
      />
      <span>
        {word('preferContact')}
        <small>{word('preferContactHint')}</small>
      </span>
    </label>
  );
}
