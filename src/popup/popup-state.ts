import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { emptyFields, fieldsOf } from '../languages/fields';
import type { LanguageFields } from '../languages/language';
import { naturalKey } from '../languages/tags';
import type { Edit, EditContent } from '../outbox/edit';
import { keysOf, type LanguageLine } from '../outbox/fold';
import type { Removed } from '../outbox/removed';
import { type Undo, undoOf } from '../outbox/undo';
import type { CommandName, Input } from '../messages/contract';
import type { Draft } from '../storage/catalogue';
import type { PageState } from '../storage/page-state';
import type { Preferences } from '../storage/preferences';
import type { News } from './elsewhere-news';
import { isGuess } from './is-guess';
import { createListViews, type ListViews } from './list-views';
import { createOwnDraft } from './own-draft';
import { createOwnEdits } from './own-edits';
import type { Later, PageTools } from './page-tools';
import { SEARCH } from './wanted';

/** What went wrong with the last thing the person did, each time an object of its own. */
export interface PopupFailure {
  /** It could not be stored, or the worker did not do it. */
  readonly code: 'not-stored' | 'not-done';
}

/** What the popup shows and what a person can do in it. Knows neither markup nor browser. */
export interface PopupState extends ListViews {
  readonly page: ReadonlySignal<PageState>;
  readonly draft: ReadonlySignal<Draft>;
  readonly isOnline: ReadonlySignal<boolean>;
  readonly later: ReadonlySignal<Later | null>;
  readonly failure: ReadonlySignal<PopupFailure | null>;
  /** What shall get the focus: a name of `wanted.ts`; null when it has it. */
  readonly wanted: Signal<string | null>;
  /** What somebody changed elsewhere a moment ago; null: nothing. */
  readonly news: Signal<News | null>;
  /** What a screen reader shall say of the last thing the person did, where nothing else says it. */
  readonly said: Signal<string>;
  readonly ask: <N extends CommandName>(command: N, ...input: Input<N>) => void;
  /** Asks for a sign-out once everything is sent; rejects where that could not be stored. */
  readonly leaveOnceSent: (accountKey: string, ofMicrosoft: boolean) => Promise<void>;
  /** Takes that back. */
  readonly stay: (accountKey: string) => void;
  /**
   * Adds a language, or leads to the one that is there. `whenDone` is called once the browser has it; not at all where
   * it could not be stored.
   */
  readonly add: (fields: LanguageFields, whenDone?: () => void) => void;
  /** `whenDone` as above. */
  readonly change: (line: LanguageLine, changes: Partial<LanguageFields>, whenDone?: () => void) => void;
  /** Makes an edit and stores it with the way back, in the very tick of the click: the popup may be gone in the next one. */
  readonly append: (content: EditContent, undo: Undo | null, consequences?: Consequences) => void;
  readonly undo: () => void;
  /** Stores what was decided about edits (`decisions.ts`); where null is given nothing can be taken back. */
  readonly decide: (edits: readonly Edit[], undo?: null) => void;
  /** The number of what the person says next. */
  readonly nextSeq: () => number;
  /** Keeps how they want to see their list, with the way back (`prefer.ts`); Microsoft 365 knows nothing of it. */
  readonly savePreferences: (accountKey: string, chosen: Preferences, outcome: PreferencesOutcome) => void;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  readonly saveDraft: (draft: Partial<Draft>) => void;
}

/** `code` is shown where it fails. */
interface Outcome extends PopupFailure {
  readonly whenDone?: (() => void) | undefined;
  readonly whenFailed?: (() => void) | undefined;
}

/** What comes of a choice. */
export interface PreferencesOutcome {
  /** The way back, where there is no other; null: none any more; left out: that of before. */
  readonly undo?: Undo | null;
  readonly whenDone?: (() => void) | undefined;
  readonly whenFailed?: (() => void) | undefined;
}

/** What comes of an edit beside it. */
export interface Consequences {
  /** Called once the browser has it. */
  readonly whenDone?: (() => void) | undefined;
  /** What was removed lately, where that changes. */
  readonly removed?: Removed[];
}

/** The state of one popup: `page` is what storage holds, `tools` what reaches outside. */
export function createPopupState(page: ReadonlySignal<PageState>, tools: PageTools): PopupState {
  const failure = signal<PopupFailure | null>(null);
  const wanted = signal<string | null>(null);
  const own = createOwnEdits(page, tools);
  const { draft, save: saveDraft } = createOwnDraft(page, tools);
  const views = createListViews(page, tools, own);
  const { all, lines, undoable } = views;

  function settle(deed: Promise<void>, { whenDone, whenFailed, code }: Outcome): void {
    deed.then(
      () => {
        failure.value = null;
        whenDone?.();
      },
      () => {
        failure.value = { code };
        whenFailed?.();
      },
    );
  }

  function append(content: EditContent, undo: Undo | null, { whenDone, removed }: Consequences = {}): void {
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

  function change(line: LanguageLine, changes: Partial<LanguageFields>, whenDone?: () => void): void {
    if (Object.keys(changes).length === 0) return;
    const content = { kind: 'change', language: line.ref, base: fieldsOf(line), changes } as const;
    append(content, undoOf(content), { whenDone });
  }

  const state: PopupState = {
    page,
    ...views,
    draft,
    isOnline: tools.isOnline,
    later: tools.later,
    failure,
    wanted,
    news: signal(null),
    said: signal(''),
    ask: (command, ...input) => {
      settle(tools.send(command, ...input), { code: 'not-done' });
    },
    leaveOnceSent: (accountKey, ofMicrosoft) =>
      tools.savePendingSignOut(accountKey, { status: 'sending', ofMicrosoft, askedAtMs: tools.nowMs() }),
    stay: (accountKey) => {
      settle(tools.savePendingSignOut(accountKey, null), { code: 'not-done' });
    },
    add: (given, whenDone) => {
      // Whoever has a policy has it loaded (`needs-later.ts`).
      const fields = tools.later.value?.asPrescribed(given, page.value.record) ?? given;
      const leadTo = (key: string) => () => {
        wanted.value = key;
        whenDone?.();
      };
      const present = all.value.find((line) => naturalKey(line) === naturalKey(fields));
      if (present && isGuess(present)) {
        // Whoever adds what Microsoft had guessed says that it was right, and what it left open.
        change(present, { ...emptyFields(present, fields), isVerified: true }, leadTo(present.key));
      } else if (present) {
        leadTo(present.key)();
      } else if (!own.isAdding(fields)) {
        const language = own.refFor(fields);
        const content = { kind: 'add', language, fields } as const;
        append(content, undoOf(content), { whenDone: leadTo(language) });
      }
    },
    change,
    append,
    undo: () => {
      const { value } = undoable;
      if (value === null) return;
      const { inverse } = value;
      if (inverse === null) {
        tools.later.value?.askAgain(state, value);
        return;
      }
      const line = lines.value.find(({ ref }) => ref === inverse.language);
      const key = line?.key ?? keysOf(page.value.languages?.snapshot ?? null).get(inverse.language);
      if (inverse.kind === 'add') tools.later.value?.chooseAgain(state, inverse.language);
      append(inverse, null, {
        whenDone: want(inverse.kind === 'remove' ? SEARCH : (key ?? inverse.language)),
      });
    },
    decide: (edits, undo) => {
      const { account } = page.value;
      if (account === null) return;
      settle(tools.decideEdits(account.key, edits, undo), { code: 'not-stored' });
    },
    nextSeq: own.nextSeq,
    savePreferences: (accountKey, chosen, { undo, ...outcome }) => {
      settle(tools.savePreferences(accountKey, chosen, undo), { ...outcome, code: 'not-stored' });
    },
    nowMs: tools.nowMs,
    saveDraft,
  };
  return state;
}
