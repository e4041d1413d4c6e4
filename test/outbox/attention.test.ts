import { describe, expect, it } from 'vitest';
import { attention, type Attention, type Outbox } from '../../src/outbox/attention';
import { type EditState, inState } from '../../src/outbox/edit';
import type { Gate, GateCode } from '../../src/outbox/gate';
import { aChange, aRemoval, aSnapshot } from '../support/builders';

const facts = { status: null, serviceCode: null, requestId: null };
const parked: EditState = { status: 'parked', reason: { code: 'refused', theirs: null, atMs: 1, ...facts } };
const closed = (code: GateCode): Gate => ({ code, count: 1, setAtMs: 1, waitMs: null, ...facts });

const waiting = aChange({ spoken: 'elementary' });
const refused = inState(aChange({ reading: 'elementary' }), parked);
const done = inState(aRemoval(), { status: 'done' });

describe('what the person is wanted for', () => {
  it.each<[string, Partial<Outbox>, Attention]>([
    ['nothing', {}, { wants: 'decision', count: 0 }],
    ['nothing while edits are on their way', { edits: [waiting] }, { wants: 'decision', count: 0 }],
    [
      'nothing while the service is waited for',
      { edits: [waiting], gate: closed('throttled') },
      { wants: 'decision', count: 0 },
    ],
    [
      'a sign-in where edits wait for one',
      { edits: [waiting], gate: closed('signed-out') },
      { wants: 'sign-in', count: 1 },
    ],
    [
      'a sign-in with the right account',
      { edits: [waiting], gate: closed('wrong-account') },
      { wants: 'sign-in', count: 1 },
    ],
    [
      'no sign-in where nothing waits',
      { edits: [done], gate: closed('signed-out') },
      { wants: 'decision', count: 0 },
    ],
    [
      'a sign-in before a decision',
      { edits: [refused, waiting], gate: closed('signed-out') },
      { wants: 'sign-in', count: 2 },
    ],
    [
      'one decision for two edits of one language',
      { edits: [refused, { ...refused, id: 'x' }] },
      { wants: 'decision', count: 1 },
    ],
    [
      'a decision about what cannot be read',
      { edits: [refused], unreadable: ['?', '!'] },
      { wants: 'decision', count: 3 },
    ],
  ])('is %s', (_, outbox, expected) => {
    const nothing: Outbox = { snapshot: aSnapshot(), edits: [], gate: null, unreadable: [] };
    expect(attention({ ...nothing, ...outbox })).toEqual(expected);
  });
});
