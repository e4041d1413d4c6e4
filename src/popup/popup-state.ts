import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { fieldsOf } from '../languages/fields';
import type { LanguageFields } from '../languages/language';
import { type Edit, type EditContent, inState } from '../outbox/edit';
import { fold, type LanguageLine } from '../outbox/fold';
import { type Undo, undoOf } from '../outbox/undo';
import type { CommandName } from '../messages/contract';
import type { Draft } from '../storage/catalogue';
import type { PageState } from '../storage/page-state';
import type { PageTools } from './page-tools';

type Problem = NonNullable<LanguageLine['problem']>;

/** Stands for the Undo button in {@link PopupState.wanted}. */
export const UNDO = 'undo';

/** What the popup shows and what a person can do in it. Knows neither markup nor browser. */
export interface PopupState {
  readonly page: ReadonlySignal<PageState>;
  readonly lines: ReadonlySignal<readonly LanguageLine[]>;
  readonly isOnline: ReadonlySignal<boolean>;
  /** True after the browser could not store an edit: the person must know that nothing was kept. */
  readonly isFull: ReadonlySignal<boolean>;
  /** What shall get the focus: the key of a line, or {@link UNDO}; null when it has it. */
  readonly wanted: Signal<string | null>;
  readonly ask: (command: CommandName) => void;
  /** `whenStored` is called once the browser has it; not at all where it could not be stored. */
  readonly add: (fields: LanguageFields, whenStored?: () => void) => void;
  readonly change: (line: LanguageLine, changes: Partial<LanguageFields>) => void;
  readonly remove: (line: LanguageLine) => void;
  readonly undo: () => void;
  /** Leads to the first line with an edit that waits for the person. */
  readonly showProblem: () => void;
  /** Sends a refused edit again, as it is. */
  readonly retry: (line: LanguageLine, problem: Problem) => void;
  /** Gives up every edit of the line that is not sent. */
  readonly discard: (line: LanguageLine) => void;
  /** Answers "changed elsewhere" for the person's own value: the profile's value becomes the base. */
  readonly keepMine: (line: LanguageLine, problem: Problem) => void;
  readonly saveDraft: (draft: Partial<Draft>) => void;
}

/** The state of one popup: `page` is what storage holds, `tools` what reaches outside. */
export function createPopupState(page: ReadonlySignal<PageState>, tools: PageTools): PopupState {
  const isFull = signal(false);
  const wanted = signal<string | null>(null);
  const lines = computed(() => {
    const { languages } = page.value;
    const all = languages === null ? [] : fold(languages.snapshot, languages.edits);
    // What cannot be changed here is of the least interest here.
    return all.toSorted((a, b) => Number(b.isEditable) - Number(a.isEditable));
  });
  let lastSeq = 0;

  /** Stores in the very tick of the click: the popup may be gone in the next one. */
  function store(write: Promise<void>, whenStored?: () => void): void {
    write.then(
      () => {
        isFull.value = false;
        whenStored?.();
      },
      () => {
        isFull.value = true;
      },
    );
  }

  function append(content: EditContent, undo: Undo | null, whenStored?: () => void): void {
    const { account, languages } = page.value;
    if (account === null) return;
    lastSeq = Math.max(lastSeq, ...(languages?.edits ?? []).map(({ seq }) => seq)) + 1;
    const place = { id: tools.newId(), seq: lastSeq, account: account.key, madeAtMs: tools.nowMs() };
    store(tools.appendEdit({ ...content, ...place, state: { status: 'queued' } }, undo), whenStored);
  }

  function act(content: EditContent, whenStored?: () => void): void {
    append(content, undoOf(content), whenStored);
  }

  /** The row stays, the button that was pressed does not: the focus stays with the row. */
  function decide(line: LanguageLine, edits: readonly Edit[]): void {
    const { account } = page.value;
    if (account === null) return;
    wanted.value = line.key;
    store(tools.decideEdits(account.key, edits));
  }

  return {
    page,
    lines,
    isOnline: tools.isOnline,
    isFull,
    wanted,
    ask: (command) => {
      tools.send(command);
    },
    add: (fields, whenStored) => {
      const language = `new:${tools.newId()}`;
      wanted.value = language;
      act({ kind: 'add', language, fields }, whenStored);
    },
    change: (line, changes) => {
      if (Object.keys(changes).length === 0) return;
      act({ kind: 'change', language: line.ref, base: fieldsOf(line), changes });
    },
    remove: (line) => {
      // The row takes the focus along when it goes.
      wanted.value = UNDO;
      act({ kind: 'remove', language: line.ref, base: fieldsOf(line) });
    },
    undo: () => {
      const undo = page.value.languages?.undo;
      if (!undo) return;
      const { inverse } = undo;
      wanted.value = lines.value.find(({ ref }) => ref === inverse.language)?.key ?? inverse.language;
      append(inverse, null);
    },
    showProblem: () => {
      wanted.value = lines.value.find(({ problem }) => problem !== null)?.key ?? null;
    },
    retry: (line, { edit }) => {
      decide(line, [inState(edit, { status: 'queued' })]);
    },
    discard: (line) => {
      const own = (page.value.languages?.edits ?? []).filter(
        ({ language }) => language === line.problem?.edit.language,
      );
      decide(
        line,
        own.map((edit) => inState(edit, { status: 'done' })),
      );
    },
    keepMine: (line, { edit, reason }) => {
      decide(line, [rebased(edit, reason.theirs)]);
    },
    saveDraft: (draft) => {
      tools.saveDraft({ ...page.value.draft, ...draft }).catch(() => {
        // Nothing that was done is lost: what could not be kept is still on the screen.
      });
    },
  };
}

/** The edit as if it had been made on what the profile says now; a change of a language that is gone adds it again. */
function rebased(edit: Edit, theirs: LanguageFields | null): Edit {
  const queued = { status: 'queued' } as const;
  if (edit.kind === 'add') return inState(edit, queued);
  if (theirs !== null) return { ...edit, base: theirs, state: queued };
  const { id, seq, account, language, madeAtMs, base } = edit;
  const changes = edit.kind === 'change' ? edit.changes : {};
  return {
    id,
    seq,
    account,
    language,
    madeAtMs,
    kind: 'add',
    fields: { ...base, ...changes },
    state: queued,
  };
}
