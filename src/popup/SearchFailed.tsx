import { word } from '../ui/words';
import styles from './SearchFailed.module.css';

/** Says that what searches could not be loaded, and what to do about it. */
export function SearchFailed() {
  return (
    <p role="alert" class={styles['failure']}>
      {word('searchFailed')}
    </p>
  );
}
