import { computed, type ReadonlySignal } from '@preact/signals';
import { fold, type LanguageLine } from '../outbox/fold';
import { isMoot } from '../outbox/open-edits';
import type { Undo } from '../outbox/undo';
import type { PageState } from '../storage/page-state';
import { isGuess } from './is-guess';
import type { PageTools } from './page-tools';
import { isPutAside } from './put-aside';

/** What a page shows of the person's languages. */
export interface ListViews {
  /** Every language of the profile, in the service's order. */
  readonly all: ReadonlySignal<readonly LanguageLine[]>;
  /** The languages of the list, as the person wants them to be and to stand. */
  readonly lines: ReadonlySignal<readonly LanguageLine[]>;
  /** What Microsoft guesses and nobody has said anything about. */
  readonly guesses: ReadonlySignal<readonly LanguageLine[]>;
  /** What `undo` takes back; null where there is nothing. */
  readonly undoable: ReadonlySignal<Undo | null>;
}

/** The views of what is stored, seen with the person's preferences. */
export function createListViews(
  page: ReadonlySignal<PageState>,
  { later }: Pick<PageTools, 'later'>,
): ListViews {
  const all = computed(() => {
    const { languages } = page.value;
    return languages === null ? [] : fold(languages.snapshot, languages.edits);
  });
  const places = computed(() => later.value?.createPlaces() ?? null);
  return {
    all,
    lines: computed(() => {
      const listed = all.value.filter((line) => !isGuess(line));
      const { order } = page.value.preferences;
      if (order !== 'added' && places.value !== null) return places.value(listed, page.value.preferences);
      // What cannot be changed here is of the least interest here.
      return listed.toSorted((a, b) => Number(b.isEditable) - Number(a.isEditable));
    }),
    guesses: computed(() =>
      all.value.filter((line) => isGuess(line) && !isPutAside(page.value.preferences, 'guess', line)),
    ),
    undoable: computed(() => {
      const { undo: stored = null, snapshot = null } = page.value.languages ?? {};
      return stored && isMoot(stored.inverse, snapshot) ? null : stored;
    }),
  };
}
