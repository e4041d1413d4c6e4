import type { PopupState } from './popup-state';
import { detailsButtonOf } from './wanted';

/** Escape closes the details of a line first, with the focus on their button, and the popup only the next time. */
export function closeByEscape(state: PopupState, lineKey: string, event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  state.saveDraft({ openLine: null });
  state.wanted.value = detailsButtonOf(lineKey);
}
