import { describe, expect, it } from 'vitest';
import { shape, text } from '../../src/shape';
import * as catalogue from '../../src/storage/catalogue';
import { examineStored, readStored, type Stored, toRecord, type Upgrade } from '../../src/storage/stored';
import { preferencesShared, singles } from '../../src/storage/worker-keys';
import { ACCOUNT_KEY } from '../support/builders';

const renamed: Upgrade = (value) => ({ called: value });
const wrapped: Upgrade = (value) => ({ name: JSON.stringify(value) });

const stored: Stored<{ name: string }> = {
  key: 'a-key',
  version: 3,
  upgrades: [renamed, wrapped],
  read: shape({ name: text }),
};

const DAMAGED = { status: 'damaged' };

describe('a stored value', () => {
  it('is kept as text, which outlives the page that wrote it', () => {
    const record = toRecord(stored, { name: 'Ada' });
    expect(record).toEqual({ 'a-key': '{"version":3,"value":{"name":"Ada"}}' });
    expect(readStored(record, stored)).toEqual({ name: 'Ada' });
  });

  it.each<[string, unknown, object]>([
    ['absent', undefined, { status: 'absent' }],
    ['of the first version', '{"version":1,"value":7}', read('{"called":7}', 1)],
    ['of the version before', '{"version":2,"value":8}', read('8', 2)],
    ['of this version', '{"version":3,"value":{"name":"Ada"}}', read('Ada', 3)],
    ['of the next version', '{"version":4,"value":{"name":"Ada"}}', { status: 'newer' }],
    ['of no version', '{"value":{"name":"Ada"}}', DAMAGED],
    ['of version 0', '{"version":0,"value":7}', DAMAGED],
    ['of half a version', '{"version":1.5,"value":7}', DAMAGED],
    ['of endless version', '{"version":1e999,"value":7}', DAMAGED],
    ['without a value', '{"version":4}', DAMAGED],
    ['of another shape', '{"version":3,"value":{"name":7}}', DAMAGED],
    ['cut short', '{"version":3,"value":{"na', DAMAGED],
    ['an object instead of text', { version: 3, value: { name: 'Ada' } }, DAMAGED],
    ['null', null, DAMAGED],
    ['a list of lists of lists', '['.repeat(100_000), DAMAGED],
  ])('that is %s is told from all others', (_, kept, reading) => {
    const record = { 'a-key': kept };
    expect(examineStored(record, stored)).toEqual(reading);
    expect(readStored(record, stored)).toEqual('value' in reading ? reading.value : null);
  });
});

describe('the catalogue', () => {
  const all: readonly Stored<unknown>[] = [
    ...singles,
    ...[catalogue.snapshot, catalogue.gate, catalogue.undo, catalogue.serviceFacts].map((of) =>
      of(ACCOUNT_KEY),
    ),
    catalogue.preferences(ACCOUNT_KEY),
    catalogue.preferencesElsewhere(ACCOUNT_KEY),
    preferencesShared(ACCOUNT_KEY),
    catalogue.edit(ACCOUNT_KEY, 'an-edit'),
  ];

  it('has a step from every earlier version to the next', () => {
    expect(all.filter(({ version, upgrades = [] }) => upgrades.length !== version - 1)).toEqual([]);
  });

  it('gives every value a key of its own', () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });
});

function read(name: string, version: number): object {
  return { status: 'readable', value: { name }, version };
}
