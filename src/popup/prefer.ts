import type { Preferences } from '../storage/preferences';
import type { PopupState, PreferencesOutcome } from './popup-state';

/** What was chosen in a page a moment ago, and may not be seen in storage yet. */
const latest = new WeakMap<PopupState, { readonly accountKey: string; readonly chosen: Preferences }>();

/** Keeps what the person chooses, seen from what they chose before; null: nothing. */
export function prefer(
  state: PopupState,
  choose: (before: Preferences) => Partial<Preferences> | null,
  outcome: Omit<PreferencesOutcome, 'whenFailed'> = {},
): void {
  const { account, preferences: kept } = state.page.value;
  if (account === null) return;
  const last = latest.get(state);
  const isNewer = last?.accountKey === account.key && last.chosen.atMs > kept.atMs;
  const before = isNewer ? last.chosen : kept;
  const choice = choose(before);
  if (choice === null) return;
  const chosen = { ...before, ...choice, atMs: Math.max(state.nowMs(), before.atMs + 1) };
  latest.set(state, { accountKey: account.key, chosen });
  const whenFailed = () => {
    // It does not come along with the next choice either.
    latest.delete(state);
  };
  state.savePreferences(account.key, chosen, { ...outcome, whenFailed });
}
