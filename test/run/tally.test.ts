import { describe, expect, it } from 'vitest';
import { resultsLine, sum, tallyStep, tallyTests } from './tally';

function report(...files: [status: string, ...tests: string[]][]) {
  return {
    testResults: files.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((each) => ({ status: each })),
    })),
  };
}

describe('the tally of a run of tests', () => {
  it.each([
    [
      'counts each test',
      report(['passed', 'passed', 'passed'], ['failed', 'passed', 'failed']),
      true,
      [3, 1],
    ],
    ['leaves out what was skipped', report(['passed', 'passed', 'skipped', 'pending', 'todo']), true, [1, 0]],
    [
      'counts a file that did not load as one failure',
      report(['passed', 'passed'], ['failed']),
      false,
      [1, 1],
    ],
    ['counts a bad end that no test explains', report(['passed', 'passed']), false, [1, 1]],
    ['does not count a bad end twice', report(['failed', 'failed']), false, [0, 1]],
    ['counts a run without tests as a failure', report(), true, [0, 1]],
    ['counts a run without a report as a failure', null, true, [0, 1]],
    ['counts a report of another shape as a failure', { testResults: 'none' }, true, [0, 1]],
  ])('%s', (_, read, endedWell, [passed, failed]) => {
    expect(tallyTests(read, endedWell)).toEqual({ passed, failed });
  });
});

describe('the last line', () => {
  it('adds up tests and steps', () => {
    const tallies = [tallyStep(true), tallyStep(false), { passed: 40, failed: 2 }];
    expect(resultsLine(tallies)).toBe('41 passed, 3 failed');
    expect(sum([])).toEqual({ passed: 0, failed: 0 });
  });
});
