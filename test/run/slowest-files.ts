import path from 'node:path';
import * as v from 'valibot';

/** How long the tests of one file took. */
interface FileTime {
  readonly name: string;
  readonly durationMs: number;
}

const Report = v.object({
  testResults: v.array(v.object({ name: v.string(), startTime: v.number(), endTime: v.number() })),
});

/**
 * The files whose tests took longest, one line each, from vitest's JSON reports; a report that is none has none.
 * @see https://vitest.dev/guide/reporters.html#json-reporter
 */
export function slowestFiles(reports: readonly unknown[], count: number): string[] {
  return reports
    .flatMap(timesIn)
    .toSorted((a, b) => b.durationMs - a.durationMs)
    .slice(0, count)
    .map(({ name, durationMs }) => `${(durationMs / 1_000).toFixed(1).padStart(7)} s  ${name}`);
}

function timesIn(report: unknown): FileTime[] {
  const read = v.safeParse(Report, report);
  const files = read.success ? read.output.testResults : [];
  return files.map(({ name, startTime, endTime }) => ({
    name: path.relative(process.cwd(), name).replaceAll(path.sep, '/'),
    durationMs: endTime - startTime,
  }));
}
