import type { LanguageRef } from '../outbox/edit';
import type { PopupState } from './popup-state';
import { prefer } from './prefer';

/**
 * What was chosen for a language is chosen once more where that comes back: it gets another id, and other browsers take
 * only what was chosen later than what they know.
 */
export function chooseAgain(state: PopupState, language: LanguageRef): void {
  prefer(state, ({ contact, contactAtMs, places, placedAtMs }, timeAfter) => {
    const isPlaced = places.includes(language);
    const isContact = contact === language;
    if (!isPlaced && !isContact) return null;
    return {
      ...(isPlaced && { placedAtMs: timeAfter(placedAtMs) }),
      ...(isContact && { contactAtMs: timeAfter(contactAtMs) }),
    };
  });
}
