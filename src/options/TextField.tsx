import { word } from '../ui/words';
import styles from './TextField.module.css';

export interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** What is wrong with the value, and how to mend it; null where nothing is. */
  readonly error: string | null;
  readonly value: string;
  /** True where the organisation has set it. */
  readonly isPrescribed: boolean;
  readonly onInput: (value: string) => void;
}

/** A line of text with its label, its hint and its error, tied together for screen readers. */
export function TextField({ id, label, hint, error, value, isPrescribed, onInput }: TextFieldProps) {
  return (
    <div class={styles['field']}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={value}
        disabled={isPrescribed}
        aria-invalid={error !== null}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => {
          onInput(currentTarget.value);
        }}
      />
      <small id={`${id}-hint`} data-error={error !== null} role={error === null ? undefined : 'alert'}>
        {isPrescribed ? word('prescribed') : (error ?? hint)}
      </small>
    </div>
  );
}
