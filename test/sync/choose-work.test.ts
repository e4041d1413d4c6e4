import { describe, expect, it } from 'vitest';
import { type Edit, type EditState, inState } from '../../src/outbox/edit';
import { withFound } from '../../src/outbox/snapshot';
import type { AccountState } from '../../src/storage/account-state';
import { chooseWork } from '../../src/sync/choose-work';
import { aChange, aLanguage, anAdd, aRemoval, aSnapshot, someFields, refusal } from '../support/builders';

const NOW_MS = 1_000_000;
const attempt = { sent: 'update', requestId: 'r', knownIds: [], startedAtMs: 1 } as const;
const unclear = {
  status: 'ambiguous',
  attempt,
  notBeforeMs: NOW_MS + 1_000,
  settledAtMs: NOW_MS + 9_000,
  misses: 0,
} as const satisfies EditState;

function choose(...edits: Edit[]) {
  const nothing = { unreadable: [], gate: null, undo: null, facts: { refusesProficiency: false } };
  const state: AccountState = { ...nothing, snapshot: aSnapshot(), edits };
  return chooseWork(state, NOW_MS);
}

describe('an edit that waits in front of one that is unclear', () => {
  const waiting = aChange({ spoken: 'elementary' });
  const lost = inState(aChange({ reading: 'elementary' }), unclear);

  it('waits for what became of that', () => {
    expect(choose(waiting, lost)).toEqual({ kind: 'rest', wakeAtMs: NOW_MS + 1_000 });
    const due = { ...unclear, notBeforeMs: NOW_MS };
    expect(choose(waiting, inState(lost, due))).toMatchObject({ kind: 'look', unclear: due });
    expect(choose(waiting, inState(lost, { status: 'inflight', attempt }))).toMatchObject({
      kind: 'lost',
      edit: { id: lost.id },
    });
  });

  it('holds up no other language', () => {
    const other = aRemoval({ language: 'welsh' });
    expect(choose(waiting, lost, other)).toEqual({ kind: 'send', edit: other, absorbed: [] });
  });
});

describe('adds of one language that two windows made at once', () => {
  it('are sent as one, and both are dropped by a removal', () => {
    const welsh = someFields({ displayName: 'Welsh', tag: 'cy' });
    const [first, second] = [anAdd({ fields: welsh }), anAdd({ fields: welsh })];
    expect(choose(first, second)).toMatchObject({ kind: 'send', edit: { id: first.id }, absorbed: [second] });
    const removed = aRemoval({ language: first.language, base: welsh });
    expect(choose(first, second, removed)).toEqual({ kind: 'drop', edits: [first, second, removed] });
  });
});

describe('an add of a language that another window is changing', () => {
  const change = aChange({ spoken: 'elementary' });
  const add = anAdd();

  it('comes after the change', () => {
    expect(choose(change, add)).toEqual({ kind: 'send', edit: change, absorbed: [] });
  });

  it('is removed with it, on the base of the change', () => {
    const removal = aRemoval({ base: someFields({ spoken: 'elementary' }) });
    expect(choose(change, add, removal)).toMatchObject({
      kind: 'send',
      edit: { id: change.id, kind: 'remove', base: change.base },
      absorbed: [add, removal],
    });
    expect(choose(add, removal)).toMatchObject({ kind: 'send', edit: { id: add.id, kind: 'remove' } });
  });

  it('goes on where the change waits for the person', () => {
    const waiting = inState(change, { status: 'parked', reason: refusal });
    expect(choose(waiting, add)).toMatchObject({ kind: 'send', edit: { kind: 'add' }, absorbed: [add] });
  });
});

it('drops what takes back an add that had only met what is there', () => {
  const takingBack = aRemoval({ language: 'new:1' });
  const snapshot = withFound(aSnapshot(), anAdd({ language: 'new:1' }), { id: 'german' });
  const facts = { refusesProficiency: false };
  const state = { unreadable: [], gate: null, undo: null, facts, snapshot, edits: [takingBack, aRemoval()] };
  expect(chooseWork(state, NOW_MS)).toEqual({ kind: 'drop', edits: [takingBack] });
});

describe('twins', () => {
  const twin = aLanguage({ id: 'twin' });
  const creation = { id: 'german', knownIds: [], atMs: NOW_MS, isDoubtful: false, lookAtMs: null };
  const snapshot = { ...aSnapshot([aLanguage(), twin]), creations: [creation] };
  const chooseWith = (...edits: Edit[]) =>
    chooseWork(
      { unreadable: [], gate: null, undo: null, facts: { refusesProficiency: false }, snapshot, edits },
      NOW_MS,
    );

  it('are healed before anything is sent', () => {
    expect(chooseWith(aChange({ spoken: 'elementary' }))).toEqual({ kind: 'twins' });
  });

  it.each(['german', 'twin'])('are left to the person who removes one of them, %s', (language) => {
    const removal = aRemoval({ language });
    expect(chooseWith(removal)).toEqual({ kind: 'send', edit: removal, absorbed: [] });
    expect(chooseWith(inState(removal, { status: 'done' }))).toEqual({ kind: 'twins' });
  });
});

describe('an add of a language of which another add is unclear', () => {
  it('waits, whichever was made first', () => {
    const lost = inState(anAdd({ seq: 2 }), unclear);
    for (const seq of [1, 3]) {
      expect(choose(anAdd({ seq }), lost)).toEqual({ kind: 'rest', wakeAtMs: NOW_MS + 1_000 });
    }
  });
});
