import { signal } from '@preact/signals';
import { render } from '@testing-library/preact';
import type { Draft } from '../../src/storage/catalogue';
import type { Edit } from '../../src/outbox/edit';
import type { Undo } from '../../src/outbox/undo';
import { App } from '../../src/popup/App';
import type { PageTools } from '../../src/popup/page-tools';
import { createPopupState } from '../../src/popup/popup-state';
import type { AccountState } from '../../src/storage/account-state';
import type { PageState } from '../../src/storage/page-state';
import { anAccount, aSnapshot } from '../support/builders';

/** A page as a worker that does nothing would leave it: what is stored comes back, nothing is ever sent. */
export function aPage(page: Partial<PageState> = {}, languages: Partial<AccountState> = {}) {
  const state = signal<PageState>({
    isConfigured: true,
    signIn: { status: 'idle' },
    draft: { query: '', openLine: null },
    account: anAccount(),
    languages: {
      snapshot: aSnapshot(),
      edits: [],
      gate: null,
      undo: null,
      facts: { refusesProficiency: false },
      ...languages,
    },
    ...page,
  });
  const sent: string[] = [];
  const isOnline = signal(true);
  let isFull = false;
  let ids = 0;

  const store = (change: (before: AccountState) => Partial<AccountState>): Promise<void> => {
    const { languages: before } = state.value;
    if (isFull) return Promise.reject(new Error('quota exceeded'));
    if (before) state.value = { ...state.value, languages: { ...before, ...change(before) } };
    return Promise.resolve();
  };

  const tools: PageTools = {
    isOnline,
    browserTags: signal(['en-GB', 'cy']),
    send: (command) => void sent.push(command),
    appendEdit: (edit: Edit, undo: Undo | null) => store(({ edits }) => ({ edits: [...edits, edit], undo })),
    decideEdits: (_, decided: readonly Edit[]) =>
      store(({ edits }) => ({
        edits: edits.map((edit) => decided.find(({ id }) => id === edit.id) ?? edit),
      })),
    saveDraft: (draft: Draft) => {
      state.value = { ...state.value, draft };
      return Promise.resolve();
    },
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
    edits: () => state.value.languages?.edits ?? [],
    fillStorage: () => {
      isFull = true;
    },
  };
}
