import { describe, expect, it } from 'vitest';
import { inOrder, inState, isNewRef, isOpen } from '../../src/outbox/edit';
import { aChange, anAdd } from '../support/builders';

describe('edits', () => {
  it('are in the order of their numbers, and those of two windows in the same order everywhere', () => {
    const edits = [anAdd({ seq: 2, id: 'b' }), anAdd({ seq: 1, id: 'c' }), anAdd({ seq: 2, id: 'a' })];
    const ids = ['c', 'a', 'b'];
    expect(inOrder(edits).map(({ id }) => id)).toEqual(ids);
    expect(inOrder(edits.toReversed()).map(({ id }) => id)).toEqual(ids);
  });

  it('are open until the service has them', () => {
    const edit = aChange({ spoken: 'elementary' });
    expect(isOpen(edit)).toBe(true);
    expect(isOpen(inState(edit, { status: 'done' }))).toBe(false);
  });

  it('know a language that had no id by its reference', () => {
    expect(isNewRef(anAdd().language)).toBe(true);
    expect(isNewRef(aChange({}).language)).toBe(false);
  });
});
