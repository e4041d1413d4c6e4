import type { LanguageLine } from '../outbox/fold';
import type { Question } from './own-preferences';
import type { PopupState } from './popup-state';

/** Never asks this about the language again. */
export function putAside(
  { preferences, prefer }: PopupState,
  question: Question,
  { ref }: LanguageLine,
): void {
  prefer({ putAside: [...preferences.value.putAside, `${question}:${ref}`] });
}
