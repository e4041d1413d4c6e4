import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { slowestFiles } from './slowest-files';

const file = (name: string, durationMs: number) => ({
  name: path.resolve(name),
  startTime: 1_000_000,
  endTime: 1_000_000 + durationMs,
});

describe('the slowest files', () => {
  it('come longest first, from every run, and no more than asked for', () => {
    const unit = { testResults: [file('test/a.test.ts', 900), file('test/b.test.ts', 61_250)] };
    const browser = { testResults: [file('test/browser/c.test.ts', 2_000)] };
    expect(slowestFiles([unit, browser], 2)).toEqual([
      '   61.3 s  test/b.test.ts',
      '    2.0 s  test/browser/c.test.ts',
    ]);
  });

  it.each([[null], [{}], [{ testResults: [{ name: 'a' }] }]])('are none where the report is %j', (report) => {
    expect(slowestFiles([report], 10)).toEqual([]);
  });
});
