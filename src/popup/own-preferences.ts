import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { LanguageLine } from '../outbox/fold';
import type { PageState } from '../storage/page-state';
import type { Preferences } from '../storage/preferences';
import type { PageTools } from './page-tools';

/** What a question is about that the person can put aside for good. */
export type Question = 'guess' | 'twin' | 'tag';

/** How the person wants to see their list, and what they can say about that. Microsoft 365 knows nothing of it. */
export interface OwnPreferences {
  readonly preferences: ReadonlySignal<Preferences>;
  readonly prefer: (chosen: Partial<Preferences>) => void;
  readonly isPutAside: (question: Question, line: LanguageLine) => boolean;
}

/** The preferences of one page: what was kept, and what was chosen in it until storage shows that. */
export function createOwnPreferences(
  page: ReadonlySignal<PageState>,
  { savePreferences, nowMs }: Pick<PageTools, 'savePreferences' | 'nowMs'>,
  settle: (deed: Promise<void>) => void,
): OwnPreferences {
  const own = signal<{ readonly accountKey: string; readonly chosen: Preferences } | null>(null);
  const preferences = computed(() => {
    const { account, preferences: kept } = page.value;
    const chosen = own.value?.accountKey === account?.key ? own.value?.chosen : undefined;
    return chosen !== undefined && chosen.atMs > kept.atMs ? chosen : kept;
  });

  function prefer(change: Partial<Preferences>): void {
    const { account } = page.value;
    if (account === null) return;
    const before = preferences.value;
    const chosen = { ...before, ...change, atMs: Math.max(nowMs(), before.atMs + 1) };
    own.value = { accountKey: account.key, chosen };
    settle(savePreferences(account.key, chosen));
  }

  return {
    preferences,
    prefer,
    isPutAside: (question, { ref }) => preferences.value.putAside.includes(`${question}:${ref}`),
  };
}

/** Whether a reference means this line: one that was made before it had an id is its key. */
export function isLine({ ref, key }: LanguageLine, reference: string | null): boolean {
  return reference === ref || reference === key;
}
