import { describe, expect, it } from 'vitest';
import { readHttpDateMs } from '../src/http-date';

const nowMs = Date.UTC(2026, 0, 15);

describe('readHttpDateMs', () => {
  it.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', Date.UTC(1994, 10, 6, 8, 49, 37)],
    ['Sunday, 06-Nov-94 08:49:37 GMT', Date.UTC(1994, 10, 6, 8, 49, 37)],
    ['Sun Nov  6 08:49:37 1994', Date.UTC(1994, 10, 6, 8, 49, 37)],
    ['Wed Nov 16 08:49:37 1994', Date.UTC(1994, 10, 16, 8, 49, 37)],
    ['Thu, 29 Feb 2024 00:00:00 GMT', Date.UTC(2024, 1, 29)],
    // A leap second.
    ['Sat, 31 Dec 2016 23:59:60 GMT', Date.UTC(2017, 0, 1)],
    // Two digits mean at most 50 years ahead.
    ['Wednesday, 15-Jan-76 00:00:00 GMT', Date.UTC(2076, 0, 15)],
    ['Saturday, 15-Jan-77 00:00:00 GMT', Date.UTC(1977, 0, 15)],
    ['Thu, 30 Feb 2024 00:00:00 GMT', null],
    ['Thu, 00 Jan 2026 00:00:00 GMT', null],
    ['Thu, 15 Foo 2026 00:00:00 GMT', null],
    ['Thu, 15 Jan 2026 24:00:00 GMT', null],
    ['Thu, 15 Jan 2026 00:60:00 GMT', null],
    ['Thu, 15 Jan 2026 00:00:61 GMT', null],
    ['Thu, 15 Jan 2026 00:00:00 CET', null],
    ['Thu, 15 Jan 2026 00:00:00 +0100', null],
    ['Thu, 5 Jan 2026 00:00:00 GMT', null],
    ['15 Jan 2026 00:00:00 GMT', null],
    ['2026-01-15', null],
    ['', null],
  ])('reads %j', (text, expected) => {
    expect(readHttpDateMs(text, nowMs)).toBe(expected);
  });
});
