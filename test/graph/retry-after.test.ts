import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRetryAfterMs } from '../../src/graph/retry-after';

const nowMs = Date.UTC(1994, 10, 6, 8, 49, 7);
const DAY_MS = 24 * 60 * 60 * 1_000;
const UNTIL = 'Sun, 06 Nov 1994 08:49:37 GMT';

describe('readRetryAfterMs', () => {
  it.each<[string | null, number | null]>([
    ['120', 120_000],
    ['007', 7_000],
    ['0', 1_000],
    ['1', 1_000],
    ['86400', DAY_MS],
    ['86401', DAY_MS],
    ['9'.repeat(400), DAY_MS],
    [UNTIL, 30_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 30_000],
    ['Sun Nov  6 08:49:37 1994', 30_000],
    // Already past, and far ahead.
    ['Sat, 05 Nov 1994 08:49:37 GMT', 1_000],
    ['Sun, 06 Nov 2094 08:49:37 GMT', DAY_MS],
    [null, null],
    ['', null],
    ['2.128', null],
    ['-5', null],
    ['+5', null],
    ['5s', null],
    ['1e3', null],
    ['0x10', null],
    ['5, 10', null],
    ['NaN', null],
    ['Infinity', null],
    ['soon', null],
    ['1994-11-06T08:49:37Z', null],
  ])('of %j is %j', (header, waitMs) => {
    expect(readRetryAfterMs(header, { nowMs, dateHeader: null })).toBe(waitMs);
  });

  it.each<[string, string | null, number]>([
    ["counts from the service's own date", 'Sun, 06 Nov 1994 08:49:27 GMT', 10_000],
    ['counts from now where that date is hidden', null, 30_000],
    ['counts from now where that date is odd', 'yesterday', 30_000],
  ])('%s', (_, dateHeader, waitMs) => {
    expect(readRetryAfterMs(UNTIL, { nowMs, dateHeader })).toBe(waitMs);
  });

  it('does not mind a local clock that is years off, where the date is readable', () => {
    const wait = { nowMs: Date.UTC(2031, 0, 1), dateHeader: 'Sun, 06 Nov 1994 08:49:27 GMT' };
    expect(readRetryAfterMs(UNTIL, wait)).toBe(10_000);
  });

  it('is null, or whole milliseconds from 1 s to 24 h, whatever the header', () => {
    const text = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      fc.stringMatching(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/),
    );
    fc.assert(
      fc.property(text, fc.option(text), (header, dateHeader) => {
        const waitMs = readRetryAfterMs(header, { nowMs, dateHeader });
        return waitMs === null || (Number.isInteger(waitMs) && waitMs >= 1_000 && waitMs <= DAY_MS);
      }),
      { numRuns: 5_000 },
    );
  });
});
