import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/outbox/edit';
import * as catalogue from '../../src/storage/catalogue';
import { examineStored } from '../../src/storage/stored';
import { toDraft2, toEdit2, toPreferences2, toSnapshot2, toSnapshot3 } from '../../src/storage/upgrades';
import { ACCOUNT_KEY, aLanguage, someFields } from '../support/builders';

/** What version 1 of the extension stored, written out so that nothing of today can change it. */
const fields = {
  displayName: 'German',
  tag: 'de-DE',
  proficiency: 'conversational',
  spoken: 'conversational',
  written: 'conversational',
  reading: 'conversational',
  audience: 'organization',
};
const place = { id: 'e1', seq: 3, account: ACCOUNT_KEY, madeAtMs: 2000 };
const attempt = { requestId: 'a-guid', knownIds: ['german'], startedAtMs: 3000 };
const add = { ...place, kind: 'add', language: 'new:e1', fields };
const change = {
  ...place,
  kind: 'change',
  language: 'german',
  base: fields,
  changes: { spoken: 'elementary' },
};
const remove = { ...place, kind: 'remove', language: 'german', base: fields };
const parked = {
  status: 'parked',
  reason: {
    code: 'refused',
    theirs: null,
    status: 400,
    serviceCode: 'badRequest',
    requestId: 'r',
    atMs: 4000,
  },
};

const edit = catalogue.edit(ACCOUNT_KEY, 'e1');
const snapshot = catalogue.snapshot(ACCOUNT_KEY);
const keep = (version: number, value: unknown) => JSON.stringify({ version, value });

describe('an edit of version 1', () => {
  it.each<[string, object, object, Edit['tries'], object]>([
    ['an add that waits', add, { status: 'queued' }, 0, { status: 'queued' }],
    ['a change that waits for the person', change, parked, 0, parked],
    [
      'a change of a language that was not found',
      change,
      { ...parked, reason: { ...parked.reason, code: 'not-found', status: 404 } },
      1,
      { ...parked, reason: { ...parked.reason, code: 'changed-elsewhere', status: 404 } },
    ],
    ['a removal that is done', remove, { status: 'done' }, 0, { status: 'done' }],
    [
      'an add on its way',
      add,
      { status: 'inflight', attempt },
      1,
      { status: 'inflight', attempt: { ...attempt, sent: 'create' } },
    ],
    [
      'a change on its way',
      change,
      { status: 'inflight', attempt },
      1,
      { status: 'inflight', attempt: { ...attempt, sent: 'update' } },
    ],
    [
      'an unclear removal',
      remove,
      { status: 'ambiguous', attempt, notBeforeMs: 5000, misses: 1 },
      1,
      {
        status: 'ambiguous',
        attempt: { ...attempt, sent: 'remove' },
        notBeforeMs: 5000,
        settledAtMs: 5000,
        misses: 1,
      },
    ],
  ])('%s is read as what it is', (_, kind, state, tries, stateNow) => {
    const reading = examineStored({ [edit.key]: keep(1, { ...kind, state }) }, edit);
    expect(reading).toEqual({ status: 'readable', value: { ...kind, tries, state: stateNow }, version: 1 });
  });
});

const now = { ...add, tries: 4, state: { status: 'queued' } };

it.each<[string, string | undefined, string]>([
  ['absent', undefined, 'absent'],
  ['current', keep(2, now), 'readable'],
  ['current, but in the shape of version 1', keep(2, { ...add, state: { status: 'queued' } }), 'damaged'],
  ['newer', keep(3, now), 'newer'],
  ['old and damaged', keep(1, { ...add, fields: null, state: { status: 'queued' } }), 'damaged'],
  ['old with a damaged attempt', keep(1, { ...add, state: { status: 'inflight', attempt: 7 } }), 'damaged'],
  ["another's", keep(2, { ...now, account: 'BBBBBBBBBBBBBBBBBBBBBB' }), 'damaged'],
  ['of another key', keep(2, { ...now, id: 'e2' }), 'damaged'],
])('an edit that is %s is read as such', (_, text, status) => {
  expect(examineStored({ [edit.key]: text }, edit)).toMatchObject({ status });
});

it('leaves the tries of a current edit alone', () => {
  expect(examineStored({ [edit.key]: keep(2, now) }, edit)).toEqual({
    status: 'readable',
    value: now,
    version: 2,
  });
});

const old = { languages: [aLanguage()], aliases: { 'new:e1': 'german' }, fetchedAtMs: 1000 };
const second = { ...old, met: [], knownWrites: [], creations: [] };
const current = { ...second, looksAtMs: [] };

it.each<[string, string | undefined, object]>([
  ['absent', undefined, { status: 'absent' }],
  ['of version 1', keep(1, old), { status: 'readable', value: current, version: 1 }],
  ['of version 2', keep(2, second), { status: 'readable', value: current, version: 2 }],
  ['current', keep(3, current), { status: 'readable', value: current, version: 3 }],
  ['newer', keep(4, current), { status: 'newer' }],
  ['old and damaged', keep(1, { ...old, languages: [someFields()] }), { status: 'damaged' }],
])('a snapshot that is %s is read as such', (_, text, reading) => {
  expect(examineStored({ [snapshot.key]: text }, snapshot)).toEqual(reading);
});

it.each([null, 7, 'text', [], undefined, true])('leaves %j to the reader', (value) => {
  expect(toEdit2(value)).toBe(value);
  expect(toSnapshot2(value)).toBe(value);
  expect(toSnapshot3(value)).toBe(value);
  expect(toPreferences2(value)).toBe(value);
});

const oldChoice = {
  order: 'hand',
  places: ['german'],
  contact: 'german',
  putAside: ['guess:danish'],
  atMs: 7,
};
const choice = {
  order: 'hand',
  places: ['german'],
  placedAtMs: 7,
  contact: 'german',
  contactAtMs: 7,
  putAside: [{ question: 'guess:danish', isAside: true, atMs: 7 }],
};

it.each<[string, string | undefined, object]>([
  ['absent', undefined, { status: 'absent' }],
  ['of version 1', keep(1, oldChoice), { status: 'readable', value: choice, version: 1 }],
  ['current', keep(2, choice), { status: 'readable', value: choice, version: 2 }],
  ['newer', keep(3, choice), { status: 'newer' }],
  ['old and damaged', keep(1, { ...oldChoice, putAside: 'guess:danish' }), { status: 'damaged' }],
  ['old with a damaged question', keep(1, { ...oldChoice, putAside: [7] }), { status: 'damaged' }],
  ['old without a time', keep(1, { ...oldChoice, atMs: null }), { status: 'damaged' }],
])('preferences that are %s are read as such', (_, text, reading) => {
  const preferences = catalogue.preferences(ACCOUNT_KEY);
  expect(examineStored({ [preferences.key]: text }, preferences)).toEqual(reading);
});

it('reads a draft of version 1 as one at the top of the list', () => {
  const old = { query: 'wel', openLine: 'german' };
  const draft = catalogue.draft(ACCOUNT_KEY);
  expect(examineStored({ [draft.key]: keep(1, old) }, draft)).toEqual({
    status: 'readable',
    value: { ...old, scrollTop: 0 },
    version: 1,
  });
  expect(toDraft2(7)).toBe(7);
});
