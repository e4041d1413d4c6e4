import { needsSignIn } from '../outbox/attention';
import { isOpen } from '../outbox/edit';
import { type Gate, remainingWaitMs } from '../outbox/gate';
import type { AccountState } from '../storage/account-state';
import { countedWord, timeWords, word } from './words';
import type { StatusLine } from './status-line';

/** Why nothing goes on, and what would change that; null while something can. */
export function pausedLine(state: AccountState, isOnline: boolean, nowMs: number): StatusLine | null {
  const waiting = state.edits.filter(isOpen).length;
  const { gate } = state;
  if (gate !== null && needsSignIn(gate)) return closed(gate, state, waiting, nowMs);
  if (!isOnline || gate?.code === 'offline') return offline(state, waiting, nowMs);
  return gate !== null && remainingWaitMs(gate, nowMs) !== 0 ? closed(gate, state, waiting, nowMs) : null;
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
