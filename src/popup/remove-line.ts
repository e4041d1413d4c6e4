import { fieldsOf } from '../languages/fields';
import { naturalKey } from '../languages/tags';
import type { LanguageLine } from '../outbox/fold';
import { withRemoved } from '../outbox/removed';
import { undoOf } from '../outbox/undo';
import type { PopupState } from './popup-state';
import { UNDO } from './wanted';

/** Removes a language, to be put back by Undo or later from among what was removed. */
export function removeLine({ page, lines, nowMs, wanted, append }: PopupState, line: LanguageLine): void {
  const fields = fieldsOf(line);
  const content = { kind: 'remove', language: line.ref, base: fields } as const;
  const isTwin = lines.value.some((each) => each !== line && naturalKey(each) === naturalKey(line));
  append(content, undoOf(content, isTwin), {
    removed: withRemoved(page.value.removed, { fields, atMs: nowMs() }),
    whenDone: () => {
      // The row takes the focus along when it goes.
      wanted.value = UNDO;
    },
  });
}
