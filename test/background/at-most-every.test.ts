import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atMostEvery } from '../../src/background/at-most-every';
import { timerClock } from '../support/timer-clock';

const EVERY_MS = 10_000;

describe('atMostEvery', () => {
  let done = 0;
  const limited = () => atMostEvery(timerClock, EVERY_MS, () => (done += 1));

  beforeEach(() => {
    vi.useFakeTimers();
    done = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('does the first at once, and what is asked for soon after it once together', () => {
    const { ask } = limited();
    ask();
    expect(done).toBe(1);
    ask();
    ask();
    vi.advanceTimersByTime(EVERY_MS - 1);
    expect(done).toBe(1);
    vi.advanceTimersByTime(1);
    expect(done).toBe(2);
  });

  it('does it at once again after a pause', () => {
    const { ask } = limited();
    ask();
    vi.advanceTimersByTime(EVERY_MS);
    ask();
    expect(done).toBe(2);
  });

  it('does not do what was forgotten', () => {
    const { ask, forget } = limited();
    ask();
    ask();
    forget();
    vi.advanceTimersByTime(2 * EVERY_MS);
    expect(done).toBe(1);
  });

  it('makes nobody wait longer where the clock was set back', () => {
    const { ask } = limited();
    ask();
    vi.setSystemTime(Date.now() - 3_600_000);
    ask();
    vi.advanceTimersByTime(EVERY_MS);
    expect(done).toBe(2);
  });
});
