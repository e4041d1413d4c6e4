import { useState } from 'preact/hooks';
import { word } from '../ui/words';
import styles from './CopyField.module.css';

export interface CopyFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
}

/** A value to take elsewhere. */
export function CopyField({ id, label, hint, value }: CopyFieldProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div class={styles['field']}>
      <label for={id}>{label}</label>
      <div class={styles['line']}>
        <output id={id}>{value}</output>
        <button
          type="button"
          class="button"
          onClick={() => {
            navigator.clipboard.writeText(value).then(() => {
              setCopied(true);
            }, reportError);
          }}
        >
          {word(isCopied ? 'copied' : 'copy')}
        </button>
      </div>
      <small>{hint}</small>
    </div>
  );
}
