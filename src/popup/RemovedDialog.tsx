import type { Removed } from '../outbox/removed';
import { dateWords, word } from '../ui/words';
import { Dialog } from '../ui/Dialog';
import { ownNameByTable } from './own-names';
import type { PopupState } from './popup-state';
import styles from './RemovedDialog.module.css';
import { shownName } from './shown-name';

export interface RemovedDialogProps {
  readonly removed: readonly Removed[];
  readonly state: PopupState;
  readonly onClose: () => void;
}

/** What was removed lately, each to be put back as it was. */
export function RemovedDialog({ removed, state, onClose }: RemovedDialogProps) {
  return (
    <Dialog title={word('removedTitle')} onClose={onClose}>
      <ul class={styles['removed']}>
        {removed.map(({ fields, atMs }) => (
          <li key={`${fields.tag ?? ''} ${fields.displayName}`}>
            <div>
              <b>
                <bdi>{shownName(fields, ownNameByTable)}</bdi>
              </b>
              <small>{word('removedOn', dateWords(atMs))}</small>
            </div>
            <button
              type="submit"
              class="button"
              aria-label={word('putBackOf', shownName(fields, ownNameByTable))}
              onClick={() => {
                state.add(fields);
              }}
            >
              {word('putBack')}
            </button>
          </li>
        ))}
      </ul>
      <button type="submit" class={`button quiet ${styles['close'] ?? ''}`}>
        {word('close')}
      </button>
    </Dialog>
  );
}
