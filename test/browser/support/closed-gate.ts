import type { Gate } from '../../../src/outbox/gate';
import { gate } from '../../../src/storage/catalogue';
import { readStored } from '../../../src/storage/stored';

/** The closed gate of the only account in a record of `storage.local`, and whose it is. Throws where it is open. */
export function closedGate(record: Readonly<Record<string, unknown>>): { accountKey: string; closed: Gate } {
  const key = Object.keys(record).find((each) => each.endsWith('/gate'));
  const accountKey = key?.split('/')[1] ?? '';
  const closed = readStored(record, gate(accountKey));
  if (closed === null) throw new Error('The gate is open');
  return { accountKey, closed };
}
