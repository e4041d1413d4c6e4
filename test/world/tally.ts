import { recordProof } from '../support/proof';
import type { Verdict } from './deeds';

/** One case, as it is told of where it goes wrong. */
export interface Case extends Verdict {
  /** In words: what was done, and to what. */
  readonly name: string;
  /** What else is wrong with its end; null: nothing. */
  readonly trouble: string | null;
  /** How long it took until all was well again, milliseconds of simulated time. */
  readonly tookMs: number;
}

/** Many cases of one fault, counted. */
export interface Tally extends Verdict {
  readonly count: number;
  readonly slowestMs: number;
  /** Every case that went wrong, in words. */
  readonly troubles: readonly string[];
}

/** Counts the cases, leaves their row for the table of proofs, and gives both. */
export async function tallyProof(fault: string, cases: readonly Case[]): Promise<Tally> {
  const sum = (of: (each: Case) => number) => cases.reduce((total, each) => total + of(each), 0);
  const verdict = {
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    overwritten: sum(({ overwritten }) => overwritten),
  };
  await recordProof({ fault, count: cases.length, ...verdict });
  const bad = cases.filter(
    (each) => each.trouble !== null || each.lost + each.doubled + each.overwritten > 0,
  );
  return {
    ...verdict,
    count: cases.length,
    slowestMs: Math.max(...cases.map(({ tookMs }) => tookMs)),
    troubles: bad.map(({ name, lost, doubled, overwritten, trouble }) =>
      [name, `lost ${lost}`, `doubled ${doubled}`, `overwritten ${overwritten}`, trouble].join(', '),
    ),
  };
}
