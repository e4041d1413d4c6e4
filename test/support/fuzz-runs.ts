/** How many cases a fuzz test runs: as many as given, times the environment variable `FUZZ_RUNS` for a longer run. */
export function fuzzRuns(count: number): number {
  return count * Number(process.env['FUZZ_RUNS'] ?? 1);
}
