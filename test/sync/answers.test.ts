import { expect, it } from 'vitest';
import { DEEDS, type Kind, KINDS } from '../world/deeds';
import type { Fate, LoggedRequest } from '../world/service-log';
import { refusal } from '../world/service-routes';
import { beginStory } from '../world/story';
import { type Case, tallyProof } from '../world/tally';

/** One way in which a request is not answered as it should be. */
interface Oddity {
  readonly name: string;
  readonly answer: NonNullable<Fate['answer']>;
  /** True where the service may have done what it was asked all the same. */
  readonly mayBeExecuted: boolean;
  /** True where the service says the same again until the person presses "Try again". */
  readonly isForGood: boolean;
  /** How long the service asks to be left alone. */
  readonly leaveMs?: number;
}

const REFUSALS = [400, 403, 404, 405, 409, 410, 412, 413, 415, 422];
const NOT_NOW = [401, 423, 425, 429, 509];
const FAILURES = [408, 500, 501, 502, 503, 504, 507];
const page = '<!doctype html><title>Sign in to the guest network</title>';

const ODDITIES: readonly Oddity[] = [
  ...REFUSALS.map((status) => ({ ...refused(status), isForGood: true })),
  ...NOT_NOW.map(refused),
  ...FAILURES.map((status) => ({ ...refused(status), mayBeExecuted: true })),
  ...[429, 503].flatMap((status) => [
    waiting(status, '150', 150_000),
    waiting(status, 'Mon, 06 Jul 2026 06:04:00 GMT', 150_000),
  ]),
  odd('a web page with 200', () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: page })),
  odd('a body that breaks off', (truth) => ({ ...truth, body: truth.body.slice(0, -5) })),
  odd('an empty 200', (truth) => ({ ...truth, status: 200, body: '' })),
  odd('an empty 201', (truth) => ({ ...truth, status: 201, body: '' })),
  odd('another host', (truth) => ({ ...truth, url: 'https://graph.microsoft.com.evil.example/' })),
  odd('a redirect', 'lost'),
  odd('no answer at all', 'hang'),
];

/** Which request is answered so: the first one after the click that changes something, or that reads. */
const TARGETS = ['write, not executed', 'write, executed', 'read'] as const;

async function tell(oddity: Oddity, target: (typeof TARGETS)[number], kind: Kind): Promise<Case> {
  const story = await beginStory({});
  const { world } = story;
  let isDone = false;
  let isRefusing = oddity.isForGood;
  story.onRetry = () => {
    isRefusing = false;
  };
  let hitAtMs = Infinity;
  world.identity.nextSignIn = world.account;
  world.service.fateOf = ({ method, atMs }) => {
    if ((isDone && !isRefusing) || (method === 'GET') !== (target === 'read')) return {};
    isDone = true;
    hitAtMs = atMs;
    story.calmMs = atMs;
    return { executes: target === 'write, executed', answer: oddity.answer };
  };
  const { tookMs, ...verdict } = await story.tell(DEEDS[kind]);
  const openMs = hitAtMs + (oddity.leaveMs ?? 0);
  const isEarly = ({ atMs }: LoggedRequest) => atMs > hitAtMs + 100 && atMs < openMs;
  const troubles = [
    ...(tookMs === null ? ['did not come to an end'] : []),
    ...(world.service.log.some(isEarly) ? ['asked again too early'] : []),
    ...world.reports.map(String),
  ];
  return {
    ...verdict,
    name: `${kind} · ${target} · ${oddity.name}`,
    trouble: troubles.join(', ') || null,
    tookMs: tookMs ?? 0,
  };
}

it('loses and doubles nothing whatever one request is answered', { timeout: 300_000 }, async () => {
  const told: Case[] = [];
  for (const kind of KINDS)
    for (const oddity of ODDITIES)
      for (const target of TARGETS) {
        if (target === 'write, executed' && !oddity.mayBeExecuted) continue;
        // What the service says is not there has been removed: nothing is left to be lost.
        if (target !== 'read' && kind !== 'add' && oddity.name === '404') continue;
        told.push(await tell(oddity, target, kind));
      }
  const tally = await tallyProof('any other answer of the service than the expected one', told);
  expect(tally.troubles).toEqual([]);
  expect(tally.slowestMs).toBeLessThanOrEqual(5 * 60_000);
});

function odd(name: string, answer: Oddity['answer']): Oddity {
  return { name, answer, mayBeExecuted: true, isForGood: false };
}

function refused(status: number): Oddity {
  return { ...odd(`${status}`, () => refusal(status)), mayBeExecuted: false };
}

function waiting(status: number, retryAfter: string, leaveMs: number): Oddity {
  const answer = () => refusal(status, 'TooManyRequests', { 'retry-after': retryAfter });
  return { ...odd(`${status} with Retry-After ${retryAfter}`, answer), mayBeExecuted: false, leaveMs };
}
