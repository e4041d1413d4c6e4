import { describe, expect, it } from 'vitest';
import { type Gate, remainingWaitMs } from '../../src/outbox/gate';

const gate: Gate = {
  code: 'throttled',
  count: 1,
  setAtMs: 10_000,
  waitMs: 5_000,
  status: 429,
  serviceCode: null,
  requestId: null,
};

describe('remainingWaitMs', () => {
  it.each([
    ['an open gate', null, 10_000, 0],
    ['a gate that was just closed', gate, 10_000, 5_000],
    ['a gate that is half way', gate, 12_500, 2_500],
    ['a gate whose time is over', gate, 15_000, 0],
    ['a gate seen after the clock was set back by a day', gate, 10_000 - 86_400_000, 5_000],
    ['a gate that only the person can open', { ...gate, waitMs: null }, 99_999_999, null],
  ])('knows how long %s stays closed', (_, closed, nowMs, waitMs) => {
    expect(remainingWaitMs(closed, nowMs)).toBe(waitMs);
  });
});
