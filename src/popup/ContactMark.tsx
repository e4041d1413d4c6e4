import { word } from '../ui/words';
import styles from './ContactMark.module.css';

/** Stands at the language in which the person prefers to be contacted. */
export function ContactMark() {
  const text = word('preferredForContact');
  return (
    <span role="img" class={styles['mark']} aria-label={text} title={text}>
      ★
    </span>
  );
}
