import { PENDING_SIGN_OUT } from '../../src/storage/catalogue';
import { readAccountState } from '../../src/storage/account-record';
import type { Command } from './commands';
import { BrokenPromise, type Finding } from './findings';
import { judgeAccount, judgeSecrets } from './judge';
import { judgeSight } from './judge-sight';
import { ask, play } from './play';
import { createStage, type Person, type Setting, signedIn, type Stage } from './stage';
import { surround } from './surround';

/** How much a run did: the same for the same setting and commands. */
export interface Tally {
  readonly clicks: number;
  readonly requests: number;
  readonly executions: number;
}

/** Plays the commands, lets everything become well, and judges. Throws {@link BrokenPromise}. */
export async function runTrial(setting: Setting, commands: readonly Command[]): Promise<Tally> {
  const stage = createStage(setting);
  const { world, watch } = stage;
  surround(stage);
  stage.pages.push(world.openPage());
  await world.settle();
  for (const [index, command] of commands.entries()) {
    await play(stage, command);
    assertKept(
      [...watch.findings, ...judgeSecrets(world), ...judgeSight(stage)],
      `after command ${index + 1}`,
    );
  }
  makeWell(stage);
  // A worker that dies as it begins goes on with a sign-out when it is woken next, up to half an hour later.
  if (Object.keys(world.local.record).some((key) => key.endsWith(`/${PENDING_SIGN_OUT}`))) {
    await ask(stage, 'sync/look');
  }
  await world.advance(REST_MS);
  for (const person of inTurn(stage)) await comeToRest(stage, person);
  const { log, executions } = world.service;
  return { clicks: world.clicks.length, requests: log.length, executions: executions.length };
}

/** From now on nothing goes wrong any more. */
export function makeWell(stage: Stage): void {
  Object.assign(stage, { troubles: [], kills: [], lagMs: 0, isOnline: true, isFull: false });
  Object.assign(stage.world.identity, { renewal: null, renewalMs: 100 });
}

/** Everybody of whom something is stored, beginning with who is signed in. */
function inTurn(stage: Stage): Person[] {
  const first = signedIn(stage);
  const keys = Object.keys(stage.world.local.record);
  return stage.people
    .filter((person) => person === first || keys.some((key) => key.includes(person.account.key)))
    .toSorted((a, b) => Number(b === first) - Number(a === first));
}

const REST_MS = 10 * 60_000;

/** Longer than the service may ask to wait. */
const LONG_MS = 2 * 3_600_000;

/** The most requests that it may take until nothing is left to do. */
const MAX_REQUESTS = 200;

async function comeToRest(stage: Stage, person: Person): Promise<void> {
  const { world, watch } = stage;
  const before = world.service.log.length;
  if (signedIn(stage) !== person || readState(stage, person).gate?.code === 'signed-out') {
    world.identity.nextSignIn = person.account;
    await ask(stage, 'session/sign-in');
    await world.advance(REST_MS);
  }
  await ask(stage, 'sync/retry');
  await world.advance(LONG_MS);
  await ask(stage, 'sync/retry');
  await world.advance(REST_MS);
  const requests = world.service.log.length - before;
  assertKept(
    [
      ...watch.findings,
      ...(requests > MAX_REQUESTS ? [endless(requests)] : []),
      ...judgeSecrets(world),
      ...judgeAccount(stage, person, readState(stage, person)),
    ],
    `at rest (${person.account.key.charAt(0)})`,
  );
}

/** Everything that the stage's browser keeps of a person. */
export function readState({ world }: Stage, { account }: Person) {
  return readAccountState({ ...world.local.record }, account.key);
}

function endless(requests: number): Finding {
  return { kind: 'broken', rule: 'work comes to an end', what: `${requests} requests` };
}

/** Throws {@link BrokenPromise} where something was found. */
export function assertKept(findings: readonly Finding[], when: string): void {
  if (findings.length > 0) throw new BrokenPromise(findings, when);
}
