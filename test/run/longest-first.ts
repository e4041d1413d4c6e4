import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, longest first. Begun last, one of them would run alone while the other cores wait.
 * vitest knows by itself only what it has measured on this machine before.
 */
const LONGEST = [
  'model/model',
  'model/several-browsers',
  'sync/kills-twice-chromium',
  'sync/kills-twice-firefox',
  'browser/playground-states',
  'browser/chromium-graph-silence',
  'browser/chromium-closing-popup',
  'browser/chromium-sigkill',
  'browser/chromium-kills',
  'browser/several-browsers',
  'browser/playground-accessibility',
  'browser/playground-small-windows',
];

/** The order in which vitest begins files: its own, but for the longest ones. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return rank < 0 ? LONGEST.length : rank;
}
