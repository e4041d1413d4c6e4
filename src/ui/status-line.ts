import { attention, needsSignIn } from '../outbox/attention';
import { isOpen } from '../outbox/edit';
import type { AccountState } from '../storage/account-state';
import { countedWord, word } from './words';

/** Where everything stands, as at the foot of the popup: what it says, how it looks, and the way forward where there is one. */
export interface StatusLine {
  readonly text: string;
  readonly tone: 'good' | 'wait' | 'bad';
  readonly action: 'sign-in' | 'retry' | 'show-problem' | null;
}

/**
 * Decides the status line. The first thing that the person must know wins; `paused` is that of `paused-line.ts`,
 * `isStoring` says that the browser has not got everything yet.
 */
export function statusLine(state: AccountState, paused: StatusLine | null, isStoring: boolean): StatusLine {
  // Without a sign-in nothing that the person decides goes on.
  if (paused !== null && needsSignIn(state.gate)) return paused;
  const { count } = attention(state);
  if (count > 0) return { text: countedWord('statusNeedsYou', count), tone: 'bad', action: 'show-problem' };
  if (paused !== null) return paused;
  if (isStoring) return { text: word('statusStoring'), tone: 'wait', action: null };
  const open = state.edits.filter(isOpen);
  if (open.some((edit) => edit.state.status === 'ambiguous')) {
    return { text: word('statusChecking'), tone: 'wait', action: null };
  }
  if (open.length > 0) return { text: word('statusSending'), tone: 'wait', action: null };
  if (state.snapshot === null) return { text: word('loading'), tone: 'wait', action: null };
  return { text: word('statusSaved'), tone: 'good', action: null };
}
