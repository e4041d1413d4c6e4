import styles from './NotReadable.module.css';
import { word } from './words';

export interface NotReadableProps {
  readonly onRetry: () => void;
}

/** Stands in the place of a whole page that could not be read or loaded, with the way to try once more. */
export function NotReadable({ onRetry }: NotReadableProps) {
  return (
    <div class={styles['message']} role="alert">
      <h1 class="visually-hidden">{word('extensionName')}</h1>
      <p>{word('notReadable')}</p>
      <button type="button" class="button" onClick={onRetry}>
        {word('tryAgain')}
      </button>
    </div>
  );
}
