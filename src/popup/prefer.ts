import type { Undo } from '../outbox/undo';
import type { Preferences } from '../storage/preferences';
import type { PopupState } from './popup-state';

/** What was chosen in a page a moment ago, and may not be seen in storage yet. */
const latest = new WeakMap<PopupState, { readonly accountKey: string; readonly chosen: Preferences }>();

/**
 * Keeps what the person chooses, seen from what they chose before; null: nothing.
 * @param undo The way back, where there is no other; without it the last way back stays.
 */
export function prefer(
  state: PopupState,
  choose: (before: Preferences) => Partial<Preferences> | null,
  undo?: Undo | null,
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
  state.savePreferences(account.key, chosen, undo);
}
