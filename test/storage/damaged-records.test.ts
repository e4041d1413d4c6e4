import { afterAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Edit } from '../../src/outbox/edit';
import { readAccountState, toEditRecord } from '../../src/storage/account-record';
import type { AccountState } from '../../src/storage/account-state';
import * as catalogue from '../../src/storage/catalogue';
import * as registration from '../../src/storage/registration-keys';
import { planMending } from '../../src/storage/plan-mending';
import { readPageState } from '../../src/storage/page-state';
import { readStored, type StorageRecord, toRecord } from '../../src/storage/stored';
import { mutationOf } from '../graph/mutations';
import { ACCOUNT_KEY, anAccount } from '../support/builders';
import { fuzzRuns } from '../support/fuzz-runs';
import { recordProof } from '../support/proof';
import { anyOpenEdit, anySnapshot } from './arbitraries';

/** On a busy computer, too. */
const TIMEOUT_MS = fuzzRuns(60_000);

const keyOf = ({ id }: Edit) => catalogue.edit(ACCOUNT_KEY, id).key;
const envelopeOf = (edit: Edit) => ({ version: catalogue.edit(ACCOUNT_KEY, edit.id).version, value: edit });

/** What can become of one stored edit; undefined: its key is gone. */
function damageOf(edit: Edit): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 6, arbitrary: mutationOf(envelopeOf(edit)).map(({ text }) => text) },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: -1, max: 99 })
        .map((version) => JSON.stringify({ ...envelopeOf(edit), version })),
    },
  );
}

/** An edit as it was stored, as it is found, and whether the mirror has a copy. */
const anyKept = anyOpenEdit.chain((edit) =>
  fc.record({
    edit: fc.constant(edit),
    isMirrored: fc.boolean(),
    damage: fc.option(damageOf(edit), { nil: null }),
  }),
);

/** What is gone without a copy is gone: nobody could know of it. */
const anyOutbox = fc
  .uniqueArray(anyKept, { minLength: 1, maxLength: 4, selector: ({ edit }) => edit.id })
  .map((all) => all.map((kept) => ({ ...kept, isMirrored: kept.isMirrored || kept.damage === undefined })));

describe('stored records that are damaged', () => {
  const measured = { count: 0, lost: 0, doubled: 0, overwritten: 0 };
  afterAll(() => recordProof({ fault: 'stored records damaged', ...measured }));

  it(
    'are never the end of an edit: it is readable, restored, or counted as unreadable',
    () => {
      const odd: unknown[] = [];
      const property = fc.property(anyOutbox, (outbox) => {
        const record: StorageRecord = Object.fromEntries(
          outbox
            .filter(({ damage }) => damage !== undefined)
            .map(({ edit, damage }) => [keyOf(edit), damage ?? JSON.stringify(envelopeOf(edit))]),
        );
        const mirrored = toEditRecord(
          ACCOUNT_KEY,
          outbox.filter(({ isMirrored }) => isMirrored).map(({ edit }) => edit),
        );
        readPageState({ ...record, ...toRecord(catalogue.account, anAccount()) });
        const { set } = planMending(record, mirrored, 1_000_000, () => 'an-id');
        const before = readAccountState(record, ACCOUNT_KEY);
        const after = readAccountState({ ...record, ...set }, ACCOUNT_KEY);
        const figures = [
          outbox.filter(({ edit }) => !isKnown(after, edit)).length,
          after.edits.length - new Set(after.edits.map(({ id }) => id)).size,
          before.unreadable.filter(({ key, text, reason }) => {
            const isRestored = reason === 'damaged' && Object.hasOwn(mirrored, key);
            return !isRestored && !after.unreadable.some((each) => each.key === key && each.text === text);
          }).length,
        ] as const;
        measured.count += 1;
        measured.lost += figures[0];
        measured.doubled += figures[1];
        measured.overwritten += figures[2];
        if (figures.some((figure) => figure > 0)) odd.push({ record, mirrored });
      });
      fc.assert(property, { numRuns: fuzzRuns(1_000) });
      expect(odd).toEqual([]);
      expect(measured).toEqual({ count: fuzzRuns(1_000), lost: 0, doubled: 0, overwritten: 0 });
    },
    TIMEOUT_MS,
  );

  it(
    'keep the page from nothing, whichever value they are of',
    () => {
      const keys = [
        registration.settings,
        registration.settingsElsewhere,
        catalogue.account,
        catalogue.signInStatus,
        catalogue.draft(ACCOUNT_KEY),
        ...[
          catalogue.snapshot,
          catalogue.gate,
          catalogue.undo,
          catalogue.serviceFacts,
          catalogue.preferences,
        ].map((of) => of(ACCOUNT_KEY)),
      ].map(({ key }) => key);
      const anyValue = fc.oneof(fc.jsonValue(), fc.string(), fc.json());
      const anyEnvelope = fc
        .record({ version: fc.nat(3), value: fc.jsonValue() })
        .map((kept) => JSON.stringify(kept));
      const property = fc.property(
        fc.dictionary(fc.constantFrom(...keys), fc.oneof(anyValue, anyEnvelope)),
        (record) => {
          readPageState({ ...toRecord(catalogue.account, anAccount()), ...record });
          planMending(record, {}, 1_000_000, () => 'an-id');
        },
      );
      fc.assert(property, { numRuns: fuzzRuns(1_000) });
    },
    TIMEOUT_MS,
  );
});

describe('good values', () => {
  it(
    'come back exactly as they were stored',
    () => {
      const property = fc.property(anyOpenEdit, anySnapshot, (edit, snapshot) => {
        const storedEdit = catalogue.edit(ACCOUNT_KEY, edit.id);
        const storedSnapshot = catalogue.snapshot(ACCOUNT_KEY);
        const record = { ...toRecord(storedEdit, edit), ...toRecord(storedSnapshot, snapshot) };
        expect(readStored(record, storedEdit)).toEqual(edit);
        expect(readStored(record, storedSnapshot)).toEqual(snapshot);
        expect(JSON.parse(JSON.stringify(readStored(record, storedSnapshot)))).toEqual(
          JSON.parse(JSON.stringify(snapshot)),
        );
      });
      fc.assert(property, { numRuns: fuzzRuns(1_000) });
    },
    TIMEOUT_MS,
  );

  it('keep the keys of prototypes as mere keys', () => {
    const stored = catalogue.snapshot(ACCOUNT_KEY);
    const text =
      '{"version":2,"value":{"__proto__":{"languages":[]},"languages":[],"aliases":{"__proto__":"x","constructor":"y"},' +
      '"met":[],"knownWrites":[],"creations":[],"fetchedAtMs":1}}';
    const snapshot = readStored({ [stored.key]: text }, stored);
    expect(Object.entries(snapshot?.aliases ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.getPrototypeOf(snapshot)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(snapshot?.aliases)).toBe(Object.prototype);
  });
});

/** True where the edit is still among those that can be sent, or the person is told of it. */
function isKnown({ edits, unreadable }: AccountState, edit: Edit): boolean {
  return edits.some(({ id }) => id === edit.id) || unreadable.some(({ key }) => key === keyOf(edit));
}
