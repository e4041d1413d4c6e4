import { word } from '../ui/words';
import type { Typed } from './read-typed';
import styles from './TextField.module.css';

export interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** The text as it was typed, and what it means. */
  readonly text: string;
  readonly typed: Typed;
  /** True where it says what is wrong. */
  readonly isWrong: boolean;
  /** True where the organisation has set it. */
  readonly isPrescribed: boolean;
  readonly onInput: (text: string) => void;
  /** The person is done with it for now. */
  readonly onLeave: () => void;
}

/** A line of text with its label and, tied to it for screen readers, its hint, its error or how it was understood. */
export function TextField(props: TextFieldProps) {
  const { id, label, text, isWrong, isPrescribed, onInput, onLeave } = props;
  return (
    <div class={styles['field']}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        dir="ltr"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={text}
        disabled={isPrescribed}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => {
          onInput(currentTarget.value);
        }}
        onBlur={onLeave}
      />
      <small id={`${id}-hint`} data-error={isWrong} role={isWrong ? 'alert' : undefined}>
        {noteOf(props)}
      </small>
    </div>
  );
}

function noteOf({ hint, text, typed: { value, why }, isWrong, isPrescribed }: TextFieldProps): string {
  if (isPrescribed) return word('prescribed');
  if (isWrong) return word(why);
  // Capitals and spaces around it need no explanation.
  const isPlain = value === null || value === text.trim().toLowerCase();
  return isPlain ? hint : word('understoodAs', value);
}
