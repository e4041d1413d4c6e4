import { expect, it } from 'vitest';
import { sizeTable, speedTable } from './tables';

it('shows times with two digits that mean something, beside their target and yardstick', async () => {
  const table = await speedTable([
    { what: 'a letter', targetMs: 8, ms: [30.04, 2.34, 1], yardstickMs: [0.567, 0.1, 9] },
    { what: 'first paint', targetMs: null, ms: [284.4], yardstickMs: [100] },
  ]);
  expect(table).toBe(
    [
      '| what (ms)   | p50 | p95 | target p95 | yardstick p50 | ratio |',
      '| ----------- | --: | --: | ---------: | ------------: | ----: |',
      '| a letter    | 2.3 |  30 |          8 |          0.57 |   4.1 |',
      '| first paint | 284 | 284 |            |           100 |   2.8 |',
      '',
    ].join('\n'),
  );
});

it('shows how much of a limit a size takes', async () => {
  const table = await sizeTable([{ what: 'the popup', bytes: 28_500, limitBytes: 30_000 }]);
  expect(table).toContain('|     28,500 | 30,000 |  0.95 |');
});
