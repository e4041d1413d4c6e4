import type { Command } from './commands';

/** What happens first in every run with a bug: a few commands that bring about the rare moment in which it shows. */
export type Beginning = readonly Command[];

const ADD: Command = { kind: 'deeds', deeds: [{ page: 0, deed: { do: 'add', language: 0, level: 0 } }] };
const REMOVE: Command = { kind: 'deeds', deeds: [{ page: 0, deed: { do: 'remove', line: 0 } }] };
const A_SECOND: Command = { kind: 'advance', ms: 1_000 };
const LAG: Command = { kind: 'lag', ms: 30_000 };

/** Counted as the engine goes today: where its steps move, the weights find the moment, some hundred runs later. */
function kill(atStep: number): Command {
  return { kind: 'kill', atSteps: [atStep] };
}

/** The next change is executed ten seconds after a gateway gave up. */
export const LATE_504: Beginning = [
  {
    kind: 'trouble',
    writes: true,
    times: 1,
    trouble: { how: 'status', status: 504, retryAfter: null, late: 10_000 },
  },
];

/** A create was refused for its token, and the next one takes long to get. */
export const RENEWING: Beginning = [
  { kind: 'expire', renewalMs: 15_000 },
  { kind: 'advance', ms: 40_000 },
  {
    kind: 'trouble',
    writes: true,
    times: 1,
    trouble: { how: 'status', status: 401, retryAfter: null, late: -1 },
  },
  ADD,
  A_SECOND,
];

/** The worker is stopped while a create is on its way, and the next reads do not show it yet. */
export const KILLED_WHILE_SENDING: Beginning = [
  LAG,
  { kind: 'trouble', writes: true, times: 1, trouble: { how: 'latency', ms: 5_000 } },
  ADD,
  A_SECOND,
  kill(0),
];

/** The worker is stopped in the middle of storing what became of a create. */
export const KILLED_WHILE_STORING: Beginning = [A_SECOND, kill(31), ADD, A_SECOND];

/** The worker is stopped in the middle of mending an edit that was damaged while it could not be sent. */
export const KILLED_WHILE_MENDING: Beginning = [
  A_SECOND,
  { kind: 'online', on: false },
  ADD,
  A_SECOND,
  { kind: 'spoil', nth: 0, how: 0 },
  kill(9),
  { kind: 'try-again' },
  A_SECOND,
];

/** What the person removes was removed by another device, and the reads do not show it yet. */
export const REMOVED_TWICE: Beginning = [
  LAG,
  A_SECOND,
  { kind: 'elsewhere', does: 'remove', nth: 0, field: 0, level: 0 },
  REMOVE,
  A_SECOND,
];

/** A language was added, and then a page of the network comes instead of every list. */
export const BEHIND_A_PORTAL: Beginning = [
  ADD,
  A_SECOND,
  { kind: 'trouble', writes: false, times: 3, trouble: { how: 'html' } },
  { kind: 'try-again' },
  { kind: 'advance', ms: 60_000 },
];
