import { believed, mergePreferences } from '../storage/merge-preferences';
import type { Preferences } from '../storage/preferences';
import type { PopupState, PreferencesOutcome } from './popup-state';

/** What was chosen in a page a moment ago, and may not be seen in storage yet. */
const latest = new WeakMap<PopupState, { readonly accountKey: string; readonly chosen: Preferences }>();

/** The time that goes with a choice which follows one of that time: now, or the very next moment. Epoch milliseconds. */
export type TimeAfter = (beforeMs: number) => number;

/** Keeps what the person chooses, seen from what they chose before; null: nothing. */
export function prefer(
  state: PopupState,
  choose: (before: Preferences, timeAfter: TimeAfter) => Partial<Preferences> | null,
  outcome: Omit<PreferencesOutcome, 'whenFailed'> = {},
): void {
  const { account, choices } = state.page.value;
  if (account === null) return;
  forgetAtSignOut(state);
  const last = latest.get(state);
  const known = last?.accountKey === account.key ? [...choices, last.chosen] : choices;
  const nowMs = state.nowMs();
  const before = mergePreferences(known, nowMs);
  const choice = choose(before, (beforeMs) => Math.max(nowMs, believed(beforeMs, nowMs) + 1));
  if (choice === null) return;
  const chosen = { ...before, ...choice };
  latest.set(state, { accountKey: account.key, chosen });
  const whenFailed = () => {
    // It does not come along with the next choice either.
    latest.delete(state);
  };
  state.savePreferences(account.key, chosen, { ...outcome, whenFailed });
}

const watched = new WeakSet<PopupState>();

/** Whoever signs out has wiped it: it does not come back with the same person. */
function forgetAtSignOut(state: PopupState): void {
  if (watched.has(state)) return;
  watched.add(state);
  state.page.subscribe(({ account }) => {
    if (account === null) latest.delete(state);
  });
}
