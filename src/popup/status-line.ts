import { attention, needsSignIn } from '../outbox/attention';
import { isOpen } from '../outbox/edit';
import { type Gate, remainingWaitMs } from '../outbox/gate';
import type { AccountState } from '../storage/account-state';
import { countedWord, timeWords, word } from '../ui/words';

/** The one line at the foot of the popup: what it says, how it looks, and the way forward where there is one. */
export interface StatusLine {
  readonly text: string;
  readonly tone: 'good' | 'wait' | 'bad';
  readonly action: 'sign-in' | 'retry' | 'show-problem' | null;
}

/** Decides the status line. The first thing that the person must know wins. */
export function statusLine(state: AccountState, isOnline: boolean, nowMs: number): StatusLine {
  const open = state.edits.filter(isOpen);
  const { gate } = state;
  // Without a sign-in nothing that the person decides goes on.
  if (gate !== null && needsSignIn(gate)) return closed(gate, state, open.length, nowMs);
  const { count } = attention(state);
  if (count > 0) return { text: countedWord('statusNeedsYou', count), tone: 'bad', action: 'show-problem' };
  if (!isOnline || gate?.code === 'offline') return offline(state, open.length, nowMs);
  if (gate !== null && remainingWaitMs(gate, nowMs) !== 0) return closed(gate, state, open.length, nowMs);
  if (open.some((edit) => edit.state.status === 'ambiguous')) {
    return { text: word('statusChecking'), tone: 'wait', action: null };
  }
  if (open.length > 0) return { text: word('statusSending'), tone: 'wait', action: null };
  if (state.snapshot === null) return { text: word('loading'), tone: 'wait', action: null };
  return { text: word('statusSaved'), tone: 'good', action: null };
}

function offline({ snapshot }: AccountState, waiting: number, nowMs: number): StatusLine {
  const text = () => {
    if (waiting > 0) return countedWord('statusOffline', waiting);
    return snapshot
      ? word('statusOfflineShowing', timeWords(snapshot.fetchedAtMs, nowMs))
      : word('statusOfflineNothing');
  };
  return { text: text(), tone: 'wait', action: 'retry' };
}

function closed(gate: Gate, { snapshot }: AccountState, waiting: number, nowMs: number): StatusLine {
  const opensAt = timeWords(gate.setAtMs + (gate.waitMs ?? 0), nowMs);
  switch (gate.code) {
    case 'signed-out': {
      const readAt = snapshot ? timeWords(snapshot.fetchedAtMs, nowMs) : '';
      const text =
        waiting > 0
          ? countedWord('statusSignIn', waiting)
          : word(snapshot ? 'statusSignInToRefresh' : 'failNeedsSignIn', readAt);
      return { text, tone: 'wait', action: 'sign-in' };
    }
    case 'wrong-account':
      return { text: word('statusWrongAccount'), tone: 'bad', action: 'sign-in' };
    case 'forbidden':
      return { text: word('statusForbidden'), tone: 'bad', action: 'retry' };
    case 'unsupported':
      return { text: word('statusUnsupported'), tone: 'bad', action: 'retry' };
    case 'throttled':
      return { text: word('statusThrottled', opensAt), tone: 'wait', action: null };
    case 'emptied':
      return { text: word('statusEmptied', opensAt), tone: 'wait', action: null };
    case 'offline':
    case 'unavailable':
      return { text: word('statusUnavailable', opensAt), tone: 'wait', action: 'retry' };
  }
}
