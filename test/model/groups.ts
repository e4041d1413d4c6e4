import { EVERYTHING, type Weights } from './commands';

/** A kind of life that the extension is put through. */
export interface Group {
  /** As the table of proofs calls it. */
  readonly fault: string;
  /** Its part of all runs. */
  readonly share: number;
  readonly weights: Weights;
}

const COMMON: Weights = {
  deeds: 40,
  elsewhere: 5,
  kill: 5,
  advance: 22,
  trouble: 8,
  online: 3,
  open: 2,
  close: 4,
};

export const GROUPS: readonly Group[] = [
  { fault: 'random commands, model-based', share: 0.6, weights: EVERYTHING },
  {
    fault: 'account switches and sign-outs, model-based',
    share: 0.1,
    weights: { ...COMMON, 'sign-in': 10, 'sign-out': 3, expire: 5, 'needs-sign-in': 2 },
  },
  {
    fault: 'stored edits damaged or vanished, model-based',
    share: 0.1,
    weights: { ...COMMON, spoil: 12, kill: 10 },
  },
  {
    fault: 'clock set forward and back, model-based',
    share: 0.1,
    weights: { ...COMMON, jump: 12, trouble: 16 },
  },
  {
    fault: 'requests refused, throttled, lost or late, model-based',
    share: 0.1,
    weights: { ...COMMON, trouble: 40, lag: 6, 'try-again': 4 },
  },
];
