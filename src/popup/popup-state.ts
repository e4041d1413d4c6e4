import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { fieldsOf } from '../languages/fields';
import type { LanguageFields } from '../languages/language';
import { naturalKey } from '../languages/tags';
import { resolveRef } from '../outbox/aliases';
import { type Edit, type EditContent, inState } from '../outbox/edit';
import { fold, type LanguageLine } from '../outbox/fold';
import { joinAdds } from '../outbox/join-adds';
import { isMoot, openEdits } from '../outbox/open-edits';
import { type Undo, undoOf } from '../outbox/undo';
import type { CommandName } from '../messages/contract';
import type { Draft } from '../storage/catalogue';
import type { PageState } from '../storage/page-state';
import { createOwnDraft } from './own-draft';
import { createOwnEdits } from './own-edits';
import type { Later, PageTools } from './page-tools';
import { rebase } from './rebase';
import { audienceOf, UNDO, UNREADABLE } from './wanted';

type Problem = NonNullable<LanguageLine['problem']>;

/** What went wrong with the last thing the person did: it could not be stored, or the worker did not do it. */
export type PopupFailure = 'not-stored' | 'not-done';

/** What the popup shows and what a person can do in it. Knows neither markup nor browser. */
export interface PopupState {
  readonly page: ReadonlySignal<PageState>;
  readonly lines: ReadonlySignal<readonly LanguageLine[]>;
  /** What `undo` takes back; null where there is nothing. */
  readonly undoable: ReadonlySignal<Undo | null>;
  readonly draft: ReadonlySignal<Draft>;
  readonly isOnline: ReadonlySignal<boolean>;
  readonly later: ReadonlySignal<Later | null>;
  readonly failure: ReadonlySignal<PopupFailure | null>;
  /** What shall get the focus: a name of `wanted.ts`; null when it has it. */
  readonly wanted: Signal<string | null>;
  readonly ask: (command: CommandName) => void;
  /**
   * Adds a language, or leads to the one that is there. `whenDone` is called once the browser has it; not at all where
   * it could not be stored.
   */
  readonly add: (fields: LanguageFields, whenDone?: () => void) => void;
  readonly change: (line: LanguageLine, changes: Partial<LanguageFields>) => void;
  readonly remove: (line: LanguageLine) => void;
  readonly undo: () => void;
  /** Leads to the first line with an edit that waits for the person, else to those that could not be read. */
  readonly showProblem: () => void;
  /** Opens the line and leads to what can mend its refused edit: a newer change goes instead of it. */
  readonly fix: (line: LanguageLine, control: 'level' | 'audience') => void;
  /** Sends a refused edit again, as it is. */
  readonly retry: (line: LanguageLine, problem: Problem) => void;
  /** Gives up every edit of the line that is not sent. */
  readonly discard: (line: LanguageLine) => void;
  /** Answers "changed elsewhere" for the person's own value: the profile's value becomes the base. */
  readonly keepMine: (line: LanguageLine, problem: Problem) => void;
  readonly saveDraft: (draft: Partial<Draft>) => void;
}

interface Outcome {
  readonly whenDone?: (() => void) | undefined;
  readonly whenFailed?: (() => void) | undefined;
  /** What is shown where it fails. */
  readonly code: PopupFailure;
}

/** The state of one popup: `page` is what storage holds, `tools` what reaches outside. */
export function createPopupState(page: ReadonlySignal<PageState>, tools: PageTools): PopupState {
  const failure = signal<PopupFailure | null>(null);
  const wanted = signal<string | null>(null);
  const own = createOwnEdits(page, tools);
  const { draft, save: saveDraft } = createOwnDraft(page, tools);
  const lines = computed(() => {
    const { languages } = page.value;
    const all = languages === null ? [] : fold(languages.snapshot, languages.edits);
    // What cannot be changed here is of the least interest here.
    return all.toSorted((a, b) => Number(b.isEditable) - Number(a.isEditable));
  });

  const undoable = computed(() => {
    const { undo: stored = null, snapshot = null } = page.value.languages ?? {};
    return stored && isMoot(stored.inverse, snapshot) ? null : stored;
  });

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
  function append(content: EditContent, undo: Undo | null, whenDone?: () => void): void {
    const edit = own.make(content);
    if (edit === null) return;
    const whenFailed = () => {
      own.forget(edit);
    };
    settle(tools.appendEdit(edit, undo), { whenDone, whenFailed, code: 'not-stored' });
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

  /** It is the person's newest word: what another window said meanwhile comes before it. */
  function sendAgain(line: LanguageLine, edit: Edit): void {
    decide(line, [{ ...edit, seq: own.nextSeq() }]);
  }

  return {
    page,
    lines,
    undoable,
    draft,
    isOnline: tools.isOnline,
    later: tools.later,
    failure,
    wanted,
    ask: (command) => {
      settle(tools.send(command), { code: 'not-done' });
    },
    add: (fields, whenDone) => {
      const present = lines.value.find((line) => naturalKey(line) === naturalKey(fields));
      if (present) {
        wanted.value = present.key;
        whenDone?.();
      } else if (!own.isAdding(fields)) {
        const language = own.refFor(fields);
        const content = { kind: 'add', language, fields } as const;
        append(content, undoOf(content), () => {
          wanted.value = language;
          whenDone?.();
        });
      }
    },
    change: (line, changes) => {
      if (Object.keys(changes).length === 0) return;
      const content = { kind: 'change', language: line.ref, base: fieldsOf(line), changes } as const;
      append(content, undoOf(content));
    },
    remove: (line) => {
      const content = { kind: 'remove', language: line.ref, base: fieldsOf(line) } as const;
      // The row takes the focus along when it goes.
      append(content, undoOf(content), want(UNDO));
    },
    undo: () => {
      if (undoable.value === null) return;
      const { inverse } = undoable.value;
      const line = lines.value.find(({ ref }) => ref === inverse.language);
      append(inverse, null, want(line?.key ?? inverse.language));
    },
    showProblem: () => {
      wanted.value = lines.value.find(({ problem }) => problem !== null)?.key ?? UNREADABLE;
    },
    fix: (line, control) => {
      saveDraft({ openLine: line.key });
      wanted.value = control === 'audience' ? audienceOf(line.key) : line.key;
    },
    retry: (line, { edit }) => {
      sendAgain(line, inState(edit, { status: 'queued' }));
    },
    discard: (line) => {
      const { edits = [], undo = null, snapshot = null } = page.value.languages ?? {};
      const open = openEdits(snapshot, edits);
      const refs = joinAdds(snapshot, open);
      const given = open.filter(({ language }) => resolveRef(refs, language) === line.ref);
      decide(
        line,
        given.map((edit) => inState(edit, { status: 'done' })),
        // What is given up cannot be taken back.
        undo && resolveRef(refs, undo.inverse.language) === line.ref ? null : undefined,
      );
    },
    keepMine: (line, { edit, reason }) => {
      sendAgain(line, rebase(edit, reason.theirs));
    },
    saveDraft,
  };
}
