import { expect, it } from 'vitest';
import { shape, text } from '../../src/shape';
import { readStored, type Stored, toRecord } from '../../src/storage/stored';

const stored: Stored<{ name: string }> = {
  area: 'local',
  key: 'a-key',
  version: 2,
  read: shape({ name: text }),
  onSignOut: 'wipe',
};

it('keeps every value as text, which outlives the page that wrote it', () => {
  const record = toRecord(stored, { name: 'Ada' });
  expect(record).toEqual({ 'a-key': '{"version":2,"value":{"name":"Ada"}}' });
  expect(readStored(record, stored)).toEqual({ name: 'Ada' });
});
