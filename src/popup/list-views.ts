import { computed, type ReadonlySignal } from '@preact/signals';
import { fold, type LanguageLine } from '../outbox/fold';
import { isMoot } from '../outbox/open-edits';
import type { Undo } from '../outbox/undo';
import type { PageState } from '../storage/page-state';
import { NO_PREFERENCES, type Preferences } from '../storage/preferences';
import { isGuess } from './is-guess';
import type { OwnEdits } from './own-edits';
import type { PageTools } from './page-tools';

/** What a page shows of the person's languages. */
export interface ListViews {
  /** How the person wants to see them, by all that they chose. */
  readonly preferences: ReadonlySignal<Preferences>;
  /** Every language of the profile, in the service's order. */
  readonly all: ReadonlySignal<readonly LanguageLine[]>;
  /** Those of the list, in the service's order. */
  readonly listed: ReadonlySignal<readonly LanguageLine[]>;
  /** The languages of the list, as the person wants them to be and to stand. */
  readonly lines: ReadonlySignal<readonly LanguageLine[]>;
  /** Whether something that the person said is still on its way into storage. */
  readonly isStoring: ReadonlySignal<boolean>;
  /** What `undo` takes back; null where there is nothing. */
  readonly undoable: ReadonlySignal<Undo | null>;
}

/** The views of what is stored, seen with the person's preferences. */
export function createListViews(
  page: ReadonlySignal<PageState>,
  { later, nowMs }: Pick<PageTools, 'later' | 'nowMs'>,
  { unseen }: Pick<OwnEdits, 'unseen'>,
): ListViews {
  const all = computed(() => {
    const { languages } = page.value;
    if (languages === null) return [];
    // Who changes a level twice in a moment goes on from the first change. Rows come and go as storage says.
    const changes = unseen.value.filter(({ kind }) => kind === 'change');
    return fold(languages.snapshot, [...languages.edits, ...changes]);
  });
  // Made anew for no other reason than that it came: it remembers how the lines stood.
  const places = computed(() => later.value?.createPlaces() ?? null);
  const listed = computed(() => all.value.filter((line) => !isGuess(line)));
  const preferences = computed(
    // Who chose anything has it loaded (`needs-later.ts`).
    () => later.value?.mergePreferences(page.value.choices, nowMs()) ?? NO_PREFERENCES,
  );
  return {
    preferences,
    all,
    listed,
    lines: computed(() => {
      if (places.value !== null) return places.value(listed.value, preferences.value);
      // Any other order waits for what can make it (`needs-later.ts`).
      return listed.value.toSorted((a, b) => Number(b.isEditable) - Number(a.isEditable));
    }),
    isStoring: computed(() => unseen.value.length > 0),
    undoable: computed(() => {
      const { undo: stored = null, snapshot = null } = page.value.languages ?? {};
      return stored?.inverse && isMoot(stored.inverse, snapshot) ? null : stored;
    }),
  };
}
