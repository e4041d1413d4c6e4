import { describe, expect, it } from 'vitest';
import { coalesce } from '../../src/outbox/coalesce';
import type { Edit, EditContent } from '../../src/outbox/edit';
import { undoOf } from '../../src/outbox/undo';
import { aChange, anAdd, aRemoval } from '../support/builders';

describe('undoOf', () => {
  it.each([
    ['an add', anAdd()],
    ['a change', aChange({ spoken: 'elementary', audience: 'me' })],
    ['a removal', aRemoval()],
  ])('takes back %s completely while it is not sent', (_, edit: Edit) => {
    expect(coalesce([edit, asEdit(undoOf(edit).inverse)])).toBeNull();
  });

  it('gives a change its old values and nothing else', () => {
    expect(undoOf(aChange({ spoken: 'elementary' })).inverse).toMatchObject({
      base: { spoken: 'elementary' },
      changes: { spoken: 'conversational' },
    });
  });

  it('brings a removed language back under the same reference', () => {
    expect(undoOf(aRemoval({ language: 'german' })).inverse).toMatchObject({
      kind: 'add',
      language: 'german',
    });
  });

  it('brings it back beside the same one, also with what was changed of it since', () => {
    const { inverse } = undoOf(aRemoval(), true);
    const back = asEdit(inverse);
    expect(coalesce([back, aChange({ spoken: 'elementary' })])).toMatchObject({
      kind: 'add',
      isBeside: true,
      fields: { spoken: 'elementary' },
    });
  });
});

function asEdit(content: EditContent): Edit {
  return {
    ...content,
    id: 'undo',
    seq: 99,
    account: 'a',
    madeAtMs: 1,
    tries: 0,
    state: { status: 'queued' },
  };
}
