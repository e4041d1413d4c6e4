import * as v from 'valibot';

/** How much of a run passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const Report = v.object({
  testResults: v.array(
    v.object({
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string() })),
    }),
  ),
});

/** The tally of something that is one thing: it passed or it failed. */
export function tallyStep(passed: boolean): Tally {
  return { passed: Number(passed), failed: Number(!passed) };
}

/**
 * The tally of a run of tests, from vitest's JSON report (null where it wrote none). A file that could not be loaded
 * counts as one failure; so does a run that ended badly for another reason, or in which no test ran.
 * @see https://vitest.dev/guide/reporters.html#json-reporter
 */
export function tallyTests(report: unknown, endedWell: boolean): Tally {
  const read = v.safeParse(Report, report);
  const files = read.success ? read.output.testResults : [];
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of files) {
    const failures = countOf(assertionResults, 'failed');
    passed += countOf(assertionResults, 'passed');
    failed += failures || Number(status === 'failed');
  }
  const nothingSaysWhy = failed === 0 && (!endedWell || passed === 0);
  return { passed, failed: failed + Number(nothingSaysWhy) };
}

/** The last line of `npm test`. */
export function resultsLine(tallies: readonly Tally[]): string {
  const { passed, failed } = sum(tallies);
  return `${passed} passed, ${failed} failed`;
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }),
    {
      passed: 0,
      failed: 0,
    },
  );
}

function countOf(results: readonly { readonly status: string }[], status: string): number {
  return results.filter((result) => result.status === status).length;
}
