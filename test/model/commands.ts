import fc from 'fast-check';
import type { SignOut } from '../../src/messages/contract';
import type { Skill } from '../../src/languages/skills';

/** What a person does in a popup. `line`, `language`, `level` and the like are picked by number, modulo what there is. */
export type Deed =
  | { readonly do: 'add'; readonly language: number; readonly level: number }
  | { readonly do: 'level'; readonly line: number; readonly level: number }
  | { readonly do: 'skill'; readonly line: number; readonly skill: Skill; readonly level: number }
  | { readonly do: 'audience'; readonly line: number; readonly audience: number }
  | { readonly do: 'remove'; readonly line: number }
  | { readonly do: 'undo' }
  /** Answers a line that waits for the person: with their own value, or with what the profile says. */
  | { readonly do: 'mine'; readonly line: number }
  | { readonly do: 'theirs'; readonly line: number };

/** How the next requests that match go wrong. */
export type Trouble =
  | {
      readonly how: 'status';
      readonly status: number;
      readonly retryAfter: string | null;
      readonly late: number;
    }
  /** Executed, and the connection breaks before the answer. */
  | { readonly how: 'lost' }
  /** The connection breaks, and the service executes it that many milliseconds later. */
  | { readonly how: 'late'; readonly late: number }
  /** No answer until the budget of the request is spent; executed that many milliseconds later. */
  | { readonly how: 'hang'; readonly late: number }
  | { readonly how: 'html' }
  | { readonly how: 'latency'; readonly ms: number };

/** Another device of the person who is signed in. */
export interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly does: 'add' | 'change' | 'remove';
  /** Which language, and which of its fields. */
  readonly nth: number;
  readonly field: number;
  readonly level: number;
}

/** One thing that happens to the extension. */
export type Command =
  /** Several popups act in the same tick. */
  | { readonly kind: 'deeds'; readonly deeds: readonly { readonly page: number; readonly deed: Deed }[] }
  | Elsewhere
  /** The worker is stopped at its nth step from now, and again so many steps into the next one's life. */
  | { readonly kind: 'kill'; readonly atSteps: readonly number[] }
  | { readonly kind: 'advance'; readonly ms: number }
  | { readonly kind: 'jump'; readonly ms: number }
  | { readonly kind: 'online'; readonly on: boolean }
  | { readonly kind: 'trouble'; readonly writes: boolean; readonly times: number; readonly trouble: Trouble }
  | { readonly kind: 'lag'; readonly ms: number }
  /** No token is accepted any more, and the next takes so long to get. */
  | { readonly kind: 'expire'; readonly renewalMs: number }
  | { readonly kind: 'needs-sign-in' }
  | { readonly kind: 'sign-in'; readonly who: number }
  | { readonly kind: 'sign-out'; readonly unsent: SignOut['unsent'] | 'send' }
  /** A stored edit is damaged, or vanishes. */
  | { readonly kind: 'spoil'; readonly nth: number; readonly how: number | 'vanish' }
  | { readonly kind: 'quota'; readonly on: boolean }
  | { readonly kind: 'lose-alarms' }
  | { readonly kind: 'open'; readonly page: number }
  | { readonly kind: 'close'; readonly page: number }
  | { readonly kind: 'try-again' }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'restart' };

/** How often each kind of command comes, beside the others; a kind that is left out does not come. */
export type Weights = Partial<Record<Command['kind'], number>>;

const number = fc.nat({ max: 5 });

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('add'), language: number, level: number }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('level'), line: number, level: number }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('skill'),
      line: number,
      skill: fc.constantFrom('spoken', 'written', 'reading'),
      level: number,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('audience'), line: number, audience: number }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('remove'), line: number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('mine'), line: number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('theirs'), line: number }) },
);

const seconds = (max: number) => fc.integer({ min: 0, max }).map((s) => s * 1_000);

/** The longest that the service may still be at a request whose connection broke, and at one that nobody waits for. */
const late = seconds(50);

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      how: fc.constant('status'),
      status: fc.constantFrom(
        400,
        401,
        401,
        401,
        403,
        409,
        412,
        423,
        429,
        429,
        500,
        502,
        503,
        503,
        504,
        504,
        507,
        509,
      ),
      retryAfter: fc.constantFrom(null, null, '7', '120', '600', '3600', 'soon', '-1', '1e3'),
      late: fc.oneof(fc.constant(-1), late),
    }),
  },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('lost') }) },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('late'), late }) },
  {
    weight: 1,
    arbitrary: fc.record({ how: fc.constant('hang'), late: fc.oneof(fc.constant(-1), seconds(100)) }),
  },
  { weight: 1, arbitrary: fc.record({ how: fc.constant('html') }) },
  {
    weight: 2,
    arbitrary: fc.record({ how: fc.constant('latency'), ms: fc.integer({ min: 1, max: 15_000 }) }),
  },
);

const HOUR_MS = 3_600_000;
const page = fc.nat({ max: 1 });
const at = (where: fc.Arbitrary<number>) => fc.record({ page: where, deed });
const atStep = fc.integer({ min: 0, max: 30 });

const BY_KIND: { readonly [Kind in Command['kind']]: fc.Arbitrary<Extract<Command, { kind: Kind }>> } = {
  deeds: fc.record({
    kind: fc.constant('deeds'),
    deeds: fc.oneof(
      { weight: 9, arbitrary: fc.tuple(at(page)) },
      { weight: 1, arbitrary: fc.tuple(at(fc.constant(0)), at(fc.constant(1))) },
    ),
  }),
  elsewhere: fc.record({
    kind: fc.constant('elsewhere'),
    does: fc.constantFrom('add', 'change', 'change', 'change', 'remove'),
    nth: number,
    field: number,
    level: number,
  }),
  kill: fc.record({
    kind: fc.constant('kill'),
    atSteps: fc.array(atStep, { minLength: 1, maxLength: 2 }),
  }),
  advance: fc.record({
    kind: fc.constant('advance'),
    ms: fc.oneof(
      { weight: 120, arbitrary: fc.integer({ min: 1, max: 60 }).map((s) => s * 1_000) },
      { weight: 32, arbitrary: fc.integer({ min: 1, max: 10 }).map((m) => m * 60_000) },
      { weight: 6, arbitrary: fc.constant(HOUR_MS) },
      { weight: 1, arbitrary: fc.constant(48 * HOUR_MS) },
    ),
  }),
  jump: fc.record({
    kind: fc.constant('jump'),
    ms: fc
      .tuple(fc.constantFrom(-1, 1), fc.constantFrom(1_000, HOUR_MS, 24 * HOUR_MS, 365 * 24 * HOUR_MS))
      .map(([sign, ms]) => sign * ms),
  }),
  online: fc.record({ kind: fc.constant('online'), on: fc.constantFrom(true, true, false) }),
  trouble: fc.record({
    kind: fc.constant('trouble'),
    writes: fc.boolean(),
    times: fc.integer({ min: 1, max: 3 }),
    trouble,
  }),
  lag: fc.record({ kind: fc.constant('lag'), ms: seconds(30) }),
  expire: fc.record({ kind: fc.constant('expire'), renewalMs: fc.constantFrom(100, 3_000, 15_000) }),
  'needs-sign-in': fc.record({ kind: fc.constant('needs-sign-in') }),
  'sign-in': fc.record({ kind: fc.constant('sign-in'), who: fc.nat({ max: 1 }) }),
  'sign-out': fc.record({
    kind: fc.constant('sign-out'),
    unsent: fc.constantFrom('discard', 'keep', 'send'),
  }),
  spoil: fc.record({
    kind: fc.constant('spoil'),
    nth: number,
    how: fc.oneof(number, fc.constant('vanish')),
  }),
  quota: fc.record({ kind: fc.constant('quota'), on: fc.constantFrom(true, false, false) }),
  'lose-alarms': fc.record({ kind: fc.constant('lose-alarms') }),
  open: fc.record({ kind: fc.constant('open'), page }),
  close: fc.record({ kind: fc.constant('close'), page }),
  'try-again': fc.record({ kind: fc.constant('try-again') }),
  refresh: fc.record({ kind: fc.constant('refresh') }),
  restart: fc.record({ kind: fc.constant('restart') }),
};

/** Everything that can happen, in proportions in which most runs still do something. */
export const EVERYTHING: Weights = {
  deeds: 90,
  elsewhere: 16,
  kill: 16,
  advance: 40,
  jump: 2,
  online: 6,
  trouble: 24,
  lag: 4,
  expire: 4,
  'needs-sign-in': 1,
  'sign-in': 3,
  'sign-out': 1,
  spoil: 4,
  quota: 3,
  'lose-alarms': 2,
  open: 3,
  close: 4,
  'try-again': 4,
};

/** One command, in the given proportions. */
export function someCommand(weights: Weights): fc.Arbitrary<Command> {
  const given = new Map(Object.entries(weights));
  const kinds = Object.entries(BY_KIND).map(([kind, arbitrary]) => {
    const any: fc.Arbitrary<Command> = arbitrary;
    return { weight: given.get(kind) ?? 0, arbitrary: any };
  });
  return fc.oneof(...kinds);
}

/** Up to 100 commands, in the given proportions. */
export function someCommands(weights: Weights): fc.Arbitrary<readonly Command[]> {
  const command = someCommand(weights);
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(command, { maxLength: 25, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(command, { maxLength: 100, size: 'max' }) },
  );
}
