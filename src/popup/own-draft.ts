import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Draft } from '../storage/catalogue';
import type { PageState } from '../storage/page-state';
import type { PageTools } from './page-tools';

/** What the person has begun in this page. */
export interface OwnDraft {
  readonly draft: ReadonlySignal<Draft>;
  readonly save: (change: Partial<Draft>) => void;
}

/**
 * The draft of one page: it begins with what was kept, and goes its own way from the first change on, so that nothing
 * stays shut in a browser that cannot store any more. It ends with the account.
 */
export function createOwnDraft(page: ReadonlySignal<PageState>, tools: PageTools): OwnDraft {
  const own = signal<{ readonly accountKey: string; readonly draft: Draft } | null>(null);
  page.subscribe(({ account }) => {
    if (account === null) own.value = null;
  });
  const draft = computed(() => {
    const { account, draft: kept } = page.value;
    return own.value !== null && own.value.accountKey === account?.key ? own.value.draft : kept;
  });
  return {
    draft,
    save: (change) => {
      const { account } = page.value;
      if (account === null) return;
      const next = { ...draft.value, ...change };
      own.value = { accountKey: account.key, draft: next };
      tools.saveDraft(account.key, next).catch(() => {
        // Nothing that was done is lost: what could not be kept is still on the screen.
      });
    },
  };
}
