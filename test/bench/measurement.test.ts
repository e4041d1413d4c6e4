import { describe, expect, it } from 'vitest';
import { type Durations, percentile, timeBoth } from './measurement';

describe('a percentile', () => {
  const oneToTwenty = Array.from({ length: 20 }, (_, index) => 20 - index);

  it.each([
    [0.5, 10],
    [0.95, 19],
    [1, 20],
    [0, 1],
  ])('of 1 to 20 in any order is, for the share %d, the value %d', (share, value) => {
    expect(percentile(oneToTwenty, share)).toBe(value);
  });

  it('of one value is that value, and of none is none', () => {
    expect(percentile([7], 0.95)).toBe(7);
    expect(percentile([], 0.95)).toBeNaN();
  });
});

it('times both, one time each, and gives what the first one gave', () => {
  const durations: Durations = { ms: [1], yardstickMs: [] };
  const done: string[] = [];
  const result = timeBoth(
    durations,
    () => done.push('act'),
    () => done.push('yardstick'),
  );
  expect(result).toBe(1);
  expect(done).toEqual(['act', 'yardstick']);
  expect([durations.ms.length, durations.yardstickMs.length]).toEqual([2, 1]);
});
