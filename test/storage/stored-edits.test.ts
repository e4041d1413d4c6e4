import { describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { toAccountRecord } from '../../src/storage/account-record';
import * as catalogue from '../../src/storage/catalogue';
import { holdsQueuedEdit } from '../../src/storage/stored-edits';
import { ACCOUNT_KEY, anAdd } from '../support/builders';

describe('holdsQueuedEdit', () => {
  const changesOf = (edit: ReturnType<typeof anAdd>) =>
    Object.fromEntries(
      Object.entries(toAccountRecord(ACCOUNT_KEY, { edits: [edit] })).map(([key, newValue]) => [
        key,
        { newValue },
      ]),
    );

  it('is true for an edit that a page has stored', () => {
    expect(holdsQueuedEdit(changesOf(anAdd()))).toBe(true);
  });

  it("is false for the worker's own writes", () => {
    expect(holdsQueuedEdit(changesOf(inState(anAdd(), { status: 'done' })))).toBe(false);
    expect(holdsQueuedEdit({ [catalogue.snapshot(ACCOUNT_KEY).key]: { newValue: {} } })).toBe(false);
    expect(holdsQueuedEdit({ [catalogue.edit(ACCOUNT_KEY, 'gone').key]: {} })).toBe(false);
  });
});
