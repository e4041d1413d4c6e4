import { describe, expect, it } from 'vitest';
import { LONG_SETTLE_MS } from '../../src/graph/decide-retry';
import { type Attempt, type Edit, type EditState, inState } from '../../src/outbox/edit';
import { readAccountState, toEditRecord } from '../../src/storage/account-record';
import * as catalogue from '../../src/storage/catalogue';
import { planMending } from '../../src/storage/plan-mending';
import { toRecord } from '../../src/storage/stored';
import { ACCOUNT_KEY, aChange, anAdd, aRemoval, aSnapshot } from '../support/builders';

const NOW_MS = 1_000_000;
const recordOf = (...edits: readonly Edit[]) => toEditRecord(ACCOUNT_KEY, edits);
const plan = (record: Record<string, unknown>, mirrored: Record<string, string>) =>
  planMending(record, mirrored, NOW_MS, () => 'new-id');
const NOTHING = { set: {}, putMirror: {}, removeMirror: [] };

const add = anAdd();
const change = aChange({ spoken: 'elementary' });
const removal = aRemoval();
const attempt = { sent: 'create', requestId: 'r', knownIds: ['german'], startedAtMs: 5 } as const;
const inflight = { status: 'inflight', attempt } as const;
const reason = {
  code: 'refused',
  theirs: null,
  status: 400,
  serviceCode: null,
  requestId: null,
  atMs: 5,
} as const;
const parked = { status: 'parked', reason } as const;
const done = { status: 'done' } as const;
const damaged = (edit: Edit) => ({ [keyOf(edit)]: '{"version":2,"value":{"kind":"a' });
const newer = (edit: Edit) => ({ [keyOf(edit)]: '{"version":3,"value":{}}' });

const lookedFor = (given: Attempt): EditState => ({
  status: 'ambiguous',
  attempt: { ...given, startedAtMs: NOW_MS },
  notBeforeMs: NOW_MS,
  settledAtMs: NOW_MS + LONG_SETTLE_MS,
  misses: 0,
});

describe('an edit that storage lost', () => {
  it.each<[string, Edit, EditState]>([
    [
      'an add is looked for before it is sent again',
      add,
      lookedFor({ ...attempt, requestId: 'new-id', knownIds: null }),
    ],
    [
      'an add that was on its way, too, and what was there before is no match',
      inState(add, inflight),
      lookedFor(attempt),
    ],
    ['a change waits', change, { status: 'queued' }],
    ['a change that was on its way is looked for', inState(change, inflight), lookedFor(attempt)],
    ['a removal waits', removal, { status: 'queued' }],
    ['what waits for the person still does', inState(change, parked), parked],
    ['an add that waits for the person still does', inState(add, parked), parked],
    ['what is done stays done', inState(add, done), done],
  ])('comes back from the mirror: %s', (_, mirrored, state) => {
    const expected = inState(mirrored, state);
    for (const record of [{}, damaged(mirrored)]) {
      const { set } = plan(record, recordOf(mirrored));
      expect(readAccountState(set, ACCOUNT_KEY).edits).toEqual([expected]);
    }
  });

  it('comes back under every account', () => {
    const theirs = anAdd({ account: 'BBBBBBBBBBBBBBBBBBBBBB' });
    const { set } = plan({}, { ...recordOf(add), ...toEditRecord(theirs.account, [theirs]) });
    expect(Object.keys(set).sort()).toEqual([keyOf(add), keyOf(theirs)].sort());
  });

  it('comes back to be counted where the mirror is damaged as well', () => {
    expect(plan({}, damaged(add)).set).toEqual(damaged(add));
    expect(plan({}, newer(add)).set).toEqual(newer(add));
  });
});

describe('the plan', () => {
  it.each<[string, Record<string, unknown>, Record<string, string>, object]>([
    ['of a good storage does nothing', recordOf(add, change), recordOf(add, change), NOTHING],
    [
      'of a storage without a mirror fills the mirror',
      recordOf(add, change, inState(removal, done)),
      {},
      { ...NOTHING, putMirror: recordOf(add, change) },
    ],
    [
      'gives storage the say where the mirror has another text',
      recordOf(add),
      recordOf(inState(add, inflight)),
      { ...NOTHING, putMirror: recordOf(add) },
    ],
    [
      'removes from the mirror what is done',
      recordOf(inState(add, done)),
      recordOf(add),
      { ...NOTHING, removeMirror: [keyOf(add)] },
    ],
    ['leaves what is damaged everywhere', damaged(add), damaged(add), NOTHING],
    ['leaves what is damaged and was never mirrored', damaged(add), {}, NOTHING],
    ['leaves what a newer version wrote, in both', newer(add), recordOf(add), NOTHING],
    [
      'leaves what is no edit alone',
      { draft: 'x', 'a/B/snapshot': 'x' },
      { other: 'x', 'a/B/gate': 'x' },
      NOTHING,
    ],
  ])('%s', (_, record, mirrored, expected) => {
    expect(plan(record, mirrored)).toEqual(expected);
  });

  it('is made once: after it nothing is left to do', () => {
    const lost = { ...recordOf(add, inState(removal, inflight)), ...damaged(change) };
    const { set, putMirror } = plan(damaged(change), lost);
    expect(plan({ ...damaged(change), ...set }, { ...lost, ...putMirror })).toEqual(NOTHING);
  });
});

describe('a gate that cannot be read', () => {
  const gate = catalogue.gate(ACCOUNT_KEY);
  const wait = { code: 'throttled', count: 1, setAtMs: NOW_MS, waitMs: 300_000 } as const;
  const closed = toRecord(gate, { ...wait, status: null, serviceCode: null, requestId: null });

  it.each([
    ['damaged', '{"version":1,"value":{"code":"thr'],
    ['of a newer version', '{"version":2,"value":null}'],
  ])('is closed for five minutes where it is %s', (_, text) => {
    const { set } = plan({ [gate.key]: text }, {});
    expect(set).toEqual(closed);
    expect(plan(set, {})).toEqual(NOTHING);
  });

  it('is another thing than one that can be read, which stays as it is, open or closed', () => {
    expect(plan(toRecord(gate, null), {})).toEqual(NOTHING);
    expect(plan(closed, {})).toEqual(NOTHING);
  });
});

describe('values of an older version', () => {
  const { tries: _, ...old } = add;
  const keep = (value: unknown) => ({ [keyOf(add)]: JSON.stringify({ version: 1, value }) });
  const snapshot = catalogue.snapshot(ACCOUNT_KEY);
  const { knownWrites: __, creations: ___, ...oldSnapshot } = aSnapshot();
  const oldSnapshotRecord = { [snapshot.key]: JSON.stringify({ version: 1, value: oldSnapshot }) };

  it('are written anew, all at once, and mirrored so', () => {
    const { set, putMirror } = plan({ ...keep(old), ...oldSnapshotRecord }, keep(old));
    expect(set).toEqual({ ...recordOf({ ...add, tries: 0 }), ...toRecord(snapshot, aSnapshot()) });
    expect(putMirror).toEqual(recordOf(add));
  });

  it('are restored as today', () => {
    expect(plan({}, keep(old)).set).toEqual(
      recordOf(inState(add, lookedFor({ ...attempt, requestId: 'new-id', knownIds: null }))),
    );
  });

  it('are left to the page where the person may be deciding', () => {
    expect(plan(keep({ ...old, state: parked }), {}).set).toEqual({});
  });
});

function keyOf({ account, id }: Edit): string {
  return catalogue.edit(account, id).key;
}
