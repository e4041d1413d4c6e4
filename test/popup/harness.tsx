import { signal } from '@preact/signals';
import { configure, render } from '@testing-library/preact';
import { EMPTY_DRAFT } from '../../src/storage/catalogue';
import type { Edit } from '../../src/outbox/edit';
import type { Undo } from '../../src/outbox/undo';
import { App } from '../../src/popup/App';
// Loaded here, so that no test waits for its thousand languages.
import '../../src/popup/LanguageSearch';
import * as later from '../../src/popup/later';
import type { Later, PageTools } from '../../src/popup/page-tools';
import { createPopupState } from '../../src/popup/popup-state';
import type { AccountState } from '../../src/storage/account-state';
import { toRecord } from '../../src/storage/stored';
import { pendingSignOut } from '../../src/storage/pending-sign-out';
import type { PageState } from '../../src/storage/page-state';
import { anAccount, aSnapshot } from '../support/builders';

// Tables of thousands of languages are loaded, on a machine that may have other work.
configure({ asyncUtilTimeout: 5000 });

// happy-dom has none.
globalThis.reportError = (error: unknown) => {
  throw error;
};

/** A page as a worker that does nothing would leave it: what is stored comes back, nothing is ever sent. */
export function aPage(page: Partial<PageState> = {}, languages: Partial<AccountState> = {}) {
  const state = signal<PageState>({
    record: {},
    signIn: { status: 'idle' },
    draft: EMPTY_DRAFT,
    removed: [],
    choices: [],
    account: anAccount(),
    languages: {
      snapshot: aSnapshot(),
      edits: [],
      unreadable: [],
      gate: null,
      undo: null,
      facts: { refusesProficiency: false },
      ...languages,
    },
    ...page,
  });
  const sent: string[] = [];
  const isOnline = signal(true);
  const browserTags = signal<readonly string[]>(['en-GB', 'cy']);
  const laterParts = signal<Later | null>(later);
  let isFull = false;
  let isWorkerDeaf = false;
  let ids = 0;
  /** Writes that are under way; null: they are done at once. */
  let underWay: (() => void)[] | null = null;

  const set = (change: (before: PageState) => PageState): Promise<void> => {
    if (isFull) return Promise.reject(new Error('quota exceeded'));
    const write = () => {
      state.value = change(state.value);
    };
    if (underWay) underWay.push(write);
    else write();
    return Promise.resolve();
  };
  const store = (change: (before: AccountState) => Partial<AccountState>) =>
    set((before) => {
      const { languages: kept } = before;
      return kept ? { ...before, languages: { ...kept, ...change(kept) } } : before;
    });

  const tools: PageTools = {
    isOnline,
    browserTags,
    later: laterParts,
    send: (command, ...[how]) => {
      sent.push(how ? `${command} ${how.unsent}${how.ofMicrosoft ? ' of-microsoft' : ''}` : command);
      return isWorkerDeaf ? Promise.reject(new Error('no answer')) : Promise.resolve();
    },
    appendEdit: (edit: Edit, undo: Undo | null, removed) =>
      set((before) => {
        const { languages: kept } = before;
        const next = kept && { ...kept, edits: [...kept.edits, edit], undo };
        return { ...before, languages: next, removed: removed ?? before.removed };
      }),
    decideEdits: (_, decided: readonly Edit[], undo) =>
      store((before) => ({
        edits: before.edits.map((edit) => decided.find(({ id }) => id === edit.id) ?? edit),
        undo: undo === undefined ? before.undo : undo,
      })),
    // As in a browser, nobody is told of a draft.
    saveDraft: () => (isFull ? Promise.reject(new Error('quota exceeded')) : Promise.resolve()),
    savePreferences: (_, chosen, undo) =>
      set((before) => {
        const { languages: kept } = before;
        const languages = kept && undo !== undefined ? { ...kept, undo } : kept;
        return { ...before, languages, choices: [chosen] };
      }),
    savePendingSignOut: (accountKey, pending) => {
      sent.push(pending ? `send, then sign out${pending.ofMicrosoft ? ' of-microsoft' : ''}` : 'stay');
      const stored = pendingSignOut(accountKey);
      return set((before) => {
        const { [stored.key]: _, ...rest } = before.record;
        return { ...before, record: pending ? { ...rest, ...toRecord(stored, pending) } : rest };
      });
    },
    openInTab: () => void sent.push('open-in-tab'),
    openSettings: () => void sent.push('open-settings'),
    newId: () => `id-${(ids += 1)}`,
    nowMs: () => new Date('2026-11-21T14:05:00').getTime(),
  };
  const popup = createPopupState(state, tools);
  return {
    ...render(<App state={popup} tools={tools} />),
    state,
    sent,
    isOnline,
    browserTags,
    later: laterParts,
    edits: () => state.value.languages?.edits ?? [],
    /** From now on nothing can be stored. */
    fillStorage: () => {
      isFull = true;
    },
    emptyStorage: () => {
      isFull = false;
    },
    /** From now on the worker does nothing that it is asked for. */
    deafenWorker: () => {
      isWorkerDeaf = true;
    },
    hearWorker: () => {
      isWorkerDeaf = false;
    },
    /** From now on what is stored is seen only when `endWrites` is called. */
    slowStorage: () => {
      underWay = [];
    },
    endWrites: () => {
      const writes = underWay ?? [];
      underWay = null;
      for (const write of writes) write();
    },
  };
}
