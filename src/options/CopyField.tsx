import { CopyButton } from '../ui/CopyButton';
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
  return (
    <div class={styles['field']}>
      <label for={id}>{label}</label>
      <div class={styles['line']}>
        <output id={id} dir="ltr">
          {value}
        </output>
        <CopyButton label={word('copy')} text={value} class="button" />
      </div>
      <small>{hint}</small>
    </div>
  );
}
