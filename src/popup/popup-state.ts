import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { fieldsOf } from '../languages/fields';
import type { LanguageFields } from '../languages/language';
import { naturalKey } from '../languages/tags';
import type { Edit, EditContent } from '../outbox/edit';
import type { LanguageLine } from '../outbox/fold';
import { type Removed, withRemoved } from '../outbox/removed';
import { type Undo, undoOf } from '../outbox/undo';
import type { CommandName } from '../messages/contract';
import type { Draft } from '../storage/catalogue';
import type { PageState } from '../storage/page-state';
import type { Preferences } from '../storage/preferences';
import { isGuess } from './is-guess';
import { createListViews, type ListViews } from './list-views';
import { createOwnDraft } from './own-draft';
import { createOwnEdits } from './own-edits';
import type { Later, PageTools } from './page-tools';
import { audienceOf, UNDO, UNREADABLE } from './wanted';

/** What went wrong with the last thing the person did: it could not be stored, or the worker did not do it. */
export type PopupFailure = 'not-stored' | 'not-done';

/** What the popup shows and what a person can do in it. Knows neither markup nor browser. */
export interface PopupState extends ListViews {
  readonly page: ReadonlySignal<PageState>;
  readonly draft: ReadonlySignal<Draft>;
  readonly isOnline: ReadonlySignal<boolean>;
  readonly later: ReadonlySignal<Later | null>;
  readonly failure: ReadonlySignal<PopupFailure | null>;
  /** What shall get the focus: a name of `wanted.ts`; null when it has it. */
  readonly wanted: Signal<string | null>;
  /** What a screen reader shall say of the last thing the person did, where nothing else says it. */
  readonly said: Signal<string>;
  readonly ask: (command: CommandName) => void;
  /**
   * Adds a language, or leads to the one that is there. `whenDone` is called once the browser has it; not at all where
   * it could not be stored.
   */
  readonly add: (fields: LanguageFields, whenDone?: () => void) => void;
  readonly change: (line: LanguageLine, changes: Partial<LanguageFields>) => void;
  /** Says that Microsoft has guessed rightly, and leads to the language. */
  readonly confirm: (line: LanguageLine) => void;
  readonly remove: (line: LanguageLine) => void;
  readonly undo: () => void;
  /** Leads to the first line with an edit that waits for the person, else to those that could not be read. */
  readonly showProblem: () => void;
  /** Opens the line and leads to what can mend its refused edit: a newer change goes instead of it. */
  readonly fix: (line: LanguageLine, control: 'level' | 'audience') => void;
  /** Stores what was decided about edits of a line (`decisions.ts`), and with it that nothing can be taken back. */
  readonly decide: (line: LanguageLine, edits: readonly Edit[], undo?: null) => void;
  /** The number of what the person says next. */
  readonly nextSeq: () => number;
  /** Keeps how they want to see their list (`prefer.ts`); Microsoft 365 knows nothing of it. */
  readonly savePreferences: (accountKey: string, chosen: Preferences) => void;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  readonly saveDraft: (draft: Partial<Draft>) => void;
}

interface Outcome {
  readonly whenDone?: (() => void) | undefined;
  readonly whenFailed?: (() => void) | undefined;
  /** What is shown where it fails. */
  readonly code: PopupFailure;
}

interface Consequences {
  readonly whenDone?: () => void;
  /** What was removed lately, where that changes. */
  readonly removed?: Removed[];
}

/** The state of one popup: `page` is what storage holds, `tools` what reaches outside. */
export function createPopupState(page: ReadonlySignal<PageState>, tools: PageTools): PopupState {
  const failure = signal<PopupFailure | null>(null);
  const wanted = signal<string | null>(null);
  const own = createOwnEdits(page, tools);
  const { draft, save: saveDraft } = createOwnDraft(page, tools);
  const views = createListViews(page, tools);
  const { all, lines, undoable } = views;

  function settle(deed: Promise<void>, { whenDone, whenFailed, code }: Outcome): void {
    deed.then(
      () => {
        failure.value = null;
        whenDone?.();
      },
      () => {
        failure.value = code;
        whenFailed?.();
      },
    );
  }

  /** Stores in the very tick of the click: the popup may be gone in the next one. */
  function append(content: EditContent, undo: Undo | null, { whenDone, removed }: Consequences): void {
    const edit = own.make(content);
    if (edit === null) return;
    const whenFailed = () => {
      own.forget(edit);
    };
    settle(tools.appendEdit(edit, undo, removed), { whenDone, whenFailed, code: 'not-stored' });
  }

  const want = (what: string | null) => () => {
    wanted.value = what;
  };

  /** The row stays, the button that was pressed does not: the focus stays with the row. */
  function decide(line: LanguageLine, edits: readonly Edit[], undo?: null): void {
    const { account } = page.value;
    if (account === null) return;
    settle(tools.decideEdits(account.key, edits, undo), { whenDone: want(line.key), code: 'not-stored' });
  }

  function change(line: LanguageLine, changes: Partial<LanguageFields>): void {
    if (Object.keys(changes).length === 0) return;
    const content = { kind: 'change', language: line.ref, base: fieldsOf(line), changes } as const;
    append(content, undoOf(content), {});
  }

  return {
    page,
    ...views,
    draft,
    isOnline: tools.isOnline,
    later: tools.later,
    failure,
    wanted,
    said: signal(''),
    ask: (command) => {
      settle(tools.send(command), { code: 'not-done' });
    },
    add: (fields, whenDone) => {
      const present = all.value.find((line) => naturalKey(line) === naturalKey(fields));
      if (present) {
        // Whoever adds what Microsoft had guessed says that it was right.
        if (isGuess(present)) change(present, { isVerified: true });
        wanted.value = present.key;
        whenDone?.();
      } else if (!own.isAdding(fields)) {
        const language = own.refFor(fields);
        const content = { kind: 'add', language, fields } as const;
        const lead = () => {
          wanted.value = language;
          whenDone?.();
        };
        append(content, undoOf(content), { whenDone: lead });
      }
    },
    change,
    confirm: (line) => {
      change(line, { isVerified: true });
      wanted.value = line.key;
    },
    remove: (line) => {
      const fields = fieldsOf(line);
      const content = { kind: 'remove', language: line.ref, base: fields } as const;
      const removed = withRemoved(page.value.removed, { fields, atMs: tools.nowMs() });
      // The row takes the focus along when it goes.
      const isTwin = lines.value.some((each) => each !== line && naturalKey(each) === naturalKey(line));
      append(content, undoOf(content, isTwin), { whenDone: want(UNDO), removed });
    },
    undo: () => {
      if (undoable.value === null) return;
      const { inverse } = undoable.value;
      const line = lines.value.find(({ ref }) => ref === inverse.language);
      append(inverse, null, { whenDone: want(line?.key ?? inverse.language) });
    },
    showProblem: () => {
      wanted.value = lines.value.find(({ problem }) => problem !== null)?.key ?? UNREADABLE;
    },
    fix: (line, control) => {
      saveDraft({ openLine: line.key });
      wanted.value = control === 'audience' ? audienceOf(line.key) : line.key;
    },
    decide,
    nextSeq: own.nextSeq,
    savePreferences: (accountKey, chosen) => {
      settle(tools.savePreferences(accountKey, chosen), { code: 'not-stored' });
    },
    nowMs: tools.nowMs,
    saveDraft,
  };
}
