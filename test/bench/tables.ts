import { format, resolveConfig } from 'prettier';
import { type Measurement, percentile } from './measurement';

/** A size that has a limit, both in bytes. */
export interface Size {
  readonly what: string;
  readonly bytes: number;
  readonly limitBytes: number;
}

/** Times as a table in Markdown, in milliseconds: how long, how long the yardstick, and how often that fits into it. */
export function speedTable(measurements: readonly Measurement[]): Promise<string> {
  const rows = measurements.map(({ what, targetMs, ms, yardstickMs }) => {
    const p50 = percentile(ms, 0.5);
    const yardstick = percentile(yardstickMs, 0.5);
    const target = targetMs === null ? '' : String(targetMs);
    return [
      what,
      ...[p50, percentile(ms, 0.95)].map(inMs),
      target,
      inMs(yardstick),
      (p50 / yardstick).toFixed(1),
    ];
  });
  return table(['what (ms)', 'p50', 'p95', 'target p95', 'yardstick p50', 'ratio'], rows);
}

/** Sizes as a table in Markdown, with the share of the limit that is used. */
export function sizeTable(sizes: readonly Size[]): Promise<string> {
  const rows = sizes.map(({ what, bytes, limitBytes }) => [
    what,
    ...[bytes, limitBytes].map((count) => count.toLocaleString('en-GB')),
    (bytes / limitBytes).toFixed(2),
  ]);
  return table(['what (bytes)', 'compressed', 'limit', 'ratio'], rows);
}

/** In the repository's own format, so that it can be pasted into the README. */
async function table(heads: readonly string[], rows: readonly (readonly string[])[]): Promise<string> {
  const rule = heads.map((_, index) => (index === 0 ? '---' : '--:'));
  const text = [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return format(text, { ...(await resolveConfig('README.md')), parser: 'markdown' });
}

/** Two digits that mean something. */
function inMs(ms: number): string {
  return ms.toFixed(ms < 1 ? 2 : ms < 10 ? 1 : 0);
}
