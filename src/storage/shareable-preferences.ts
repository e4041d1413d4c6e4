import { resolveRef } from '../outbox/aliases';
import { isNewRef, isOpen, type LanguageRef } from '../outbox/edit';
import type { AccountState } from './account-state';
import { NO_PREFERENCES, type Preferences } from './preferences';

/** So many ids fit into one item of `storage.sync` (8 kB) with room to spare. */
const MOST_PLACES = 80;
const MOST_PUT_ASIDE = 40;

/** What of the preferences other browsers can understand. */
export interface Shareable {
  readonly preferences: Preferences;
  /** True where a part is left out until Microsoft 365 has confirmed a language that it speaks of. */
  readonly isWaiting: boolean;
}

/**
 * The preferences with the ids that languages have by now. A part that speaks of a language which is being added, anew
 * or for the first time, is left out until its add is done, and afterwards does without a language that has no id. Pure.
 */
export function shareable(
  chosen: Preferences,
  { snapshot, edits }: Pick<AccountState, 'snapshot' | 'edits'>,
): Shareable {
  const idOf = (reference: LanguageRef) => resolveRef(snapshot?.aliases ?? {}, reference);
  const adds = edits.filter((edit) => isOpen(edit) && edit.kind === 'add');
  // What is there already leads to its id.
  const isComing = (id: string) => adds.some(({ language }) => language === id && idOf(id) === id);
  const isThere = (id: string) => !isNewRef(id);

  const places = chosen.places.map(idOf);
  const contact = chosen.contact === null ? [] : [idOf(chosen.contact)];
  const putAside = chosen.putAside.map((each) => ({ ...each, question: withId(each.question, idOf) }));
  const placed = places.some(isComing) ? NO_PREFERENCES : { ...chosen, places: places.filter(isThere) };
  const contacted = contact.some(isComing)
    ? NO_PREFERENCES
    : { ...chosen, contact: contact.find(isThere) ?? null };
  return {
    preferences: {
      order: placed.order,
      places: placed.places,
      placedAtMs: placed.placedAtMs,
      contact: contacted.contact,
      contactAtMs: contacted.contactAtMs,
      putAside: putAside.filter(({ question }) => isThere(languageIn(question))),
    },
    isWaiting: [...places, ...contact, ...putAside.map(({ question }) => languageIn(question))].some(
      isComing,
    ),
  };
}

/** The preferences as far as they fit into one item of `storage.sync`. */
export function fitting(preferences: Preferences): Preferences {
  const { places, putAside } = preferences;
  return { ...preferences, places: places.slice(0, MOST_PLACES), putAside: putAside.slice(-MOST_PUT_ASIDE) };
}

function languageIn(question: string): LanguageRef {
  return question.slice(question.indexOf(':') + 1);
}

function withId(question: string, idOf: (reference: LanguageRef) => string): string {
  const language = languageIn(question);
  return question.slice(0, question.length - language.length) + idOf(language);
}
