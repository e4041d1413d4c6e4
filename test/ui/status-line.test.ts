import { describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import type { Gate } from '../../src/outbox/gate';
import { pausedLine } from '../../src/ui/paused-line';
import { statusLine } from '../../src/ui/status-line';
import type { AccountState } from '../../src/storage/account-state';
import { aChange, anAdd, aSnapshot, refusal } from '../support/builders';

const NOW_MS = new Date('2026-11-21T14:00:00').getTime();
const two = [anAdd(), anAdd()];
const attempt = { sent: 'update', requestId: 'r', knownIds: [], startedAtMs: 1 } as const;
function aState(state: Partial<AccountState>): AccountState {
  const snapshot = { ...aSnapshot(), fetchedAtMs: NOW_MS - 3_600_000 };
  const nothing = { edits: [], unreadable: [], gate: null, undo: null };
  return { snapshot, ...nothing, facts: { refusesProficiency: false }, ...state };
}

function aGate(code: Gate['code'], waitMs: number | null): Gate {
  return { code, waitMs, count: 1, setAtMs: NOW_MS, status: null, serviceCode: null, requestId: null };
}

const lineOf = (state: AccountState, isOnline = true) =>
  statusLine(state, pausedLine(state, isOnline, NOW_MS), false);

describe('statusLine', () => {
  it.each<[string, Partial<AccountState>, boolean, string, string | null]>([
    ['all is saved', {}, true, 'Saved to Microsoft 365', null],
    ['edits are on their way', { edits: two }, true, 'Saved on this device, sending…', null],
    ['the browser is offline with edits', { edits: two }, false, 'Offline: 2 edits waiting', 'retry'],
    ['the browser is offline without edits', {}, false, 'Offline. Last read at 13:00.', 'retry'],
    [
      'nothing was ever read and the browser is offline',
      { snapshot: null },
      false,
      'Offline. Your languages appear when you are connected.',
      'retry',
    ],
    [
      'the network failed',
      { gate: aGate('offline', 1_000), edits: [anAdd()] },
      true,
      'Offline: 1 edit waiting',
      'retry',
    ],
    [
      'a sign-in is needed for edits',
      { gate: aGate('signed-out', null), edits: two },
      true,
      'Sign in to send 2 edits',
      'sign-in',
    ],
    [
      'a sign-in is needed',
      { gate: aGate('signed-out', null) },
      true,
      'Sign in to refresh. Last read at 13:00.',
      'sign-in',
    ],
    [
      'an edit was refused',
      { edits: [inState(anAdd(), { status: 'parked', reason: refusal })] },
      true,
      '1 edit needs you',
      'show-problem',
    ],
    [
      'an edit is unclear',
      {
        edits: [
          inState(aChange({}), { status: 'ambiguous', attempt, notBeforeMs: 1, settledAtMs: 1, misses: 0 }),
        ],
      },
      true,
      'Checking with Microsoft 365…',
      null,
    ],
    [
      'the service asked to wait',
      { gate: aGate('throttled', 300_000), edits: two },
      true,
      'Microsoft 365 asks to wait until 14:05',
      null,
    ],
    [
      'the time to wait is over',
      { gate: { ...aGate('throttled', 300_000), setAtMs: NOW_MS - 300_000 }, edits: two },
      true,
      'Saved on this device, sending…',
      null,
    ],
    [
      'the service does not answer',
      { gate: aGate('unavailable', 300_000) },
      true,
      'Microsoft 365 does not answer. Next try at 14:05.',
      'retry',
    ],
    [
      'the service shows no language where there were several',
      { gate: aGate('emptied', 300_000) },
      true,
      'Microsoft 365 shows no languages at the moment. Your list is kept; next look at 14:05.',
      null,
    ],
    [
      'an edit cannot be read',
      { unreadable: [{ key: 'k', text: '', reason: 'damaged' }] },
      true,
      '1 edit needs you',
      'show-problem',
    ],
    [
      'the account may not',
      { gate: aGate('forbidden', null) },
      true,
      'Your account may not use this part of Microsoft 365. Ask your administrator.',
      'retry',
    ],
    [
      'the account is another',
      { gate: aGate('wrong-account', null) },
      true,
      'This browser is signed in to Microsoft as somebody else.',
      'sign-in',
    ],
    ['nothing was read yet', { snapshot: null }, true, 'Reading your languages…', null],
  ])('when %s', (_, state, isOnline, text, action) => {
    expect(lineOf(aState(state), isOnline)).toMatchObject({ text, action });
  });
});

it('asks for a sign-in before it asks for decisions, because without one none of them goes on', () => {
  const parkedEdit = inState(anAdd(), { status: 'parked', reason: refusal });
  const state = aState({ edits: [parkedEdit], gate: aGate('signed-out', null) });
  expect(lineOf(state)).toMatchObject({ action: 'sign-in' });
});

it('counts no edit that a newer one has mended', () => {
  const refused = inState(aChange({ spoken: 'elementary' }), { status: 'parked', reason: refusal });
  const mended = aState({ edits: [refused, aChange({ spoken: 'conversational' })] });
  expect(lineOf(mended)).toMatchObject({ text: 'Saved on this device, sending…' });
});
