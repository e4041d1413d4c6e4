import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CommandName } from '../../src/messages/contract';
import { createReceiver, type Sender } from '../../src/messages/receive';
import { fuzzRuns } from '../support/fuzz-runs';

const own = { id: 'an-extension', pagesOrigin: 'chrome-extension://an-extension/' };
const COMMANDS = [
  'session/sign-in',
  'session/sign-out',
  'sync/look',
  'sync/retry',
  'sync/discard-unreadable',
] as const satisfies readonly CommandName[];

const APP = 'profile-languages';
const HOW = { accountKey: 'k', unsent: 'keep', ofMicrosoft: false };
const POPUP = `${own.pagesOrigin}src/popup/index.html`;

/** Mostly what it should be, else something near it, else anything. */
function nearly<T>(right: fc.Arbitrary<T>, ...near: unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: right, weight: 6 },
    { arbitrary: fc.constantFrom(...near), weight: 2 },
    { arbitrary: fc.anything(), weight: 1 },
  );
}

const message = fc.oneof(
  { arbitrary: fc.anything(), weight: 1 },
  {
    arbitrary: fc.record(
      {
        app: nearly(fc.constant(APP), 'profile', 'Profile-Languages', [APP], { toString: APP }),
        command: nearly(fc.constantFrom(...COMMANDS), 'sync', '__proto__', 'toString', ['sync/retry'], null),
        how: nearly(fc.constant(HOW), { ...HOW, unsent: 'burn' }, [HOW], 'keep'),
      },
      { requiredKeys: [] },
    ),
    weight: 6,
  },
);
const words = (...near: string[]) => fc.oneof(fc.constantFrom(...near), fc.string());
const sender: fc.Arbitrary<Sender> = fc.record(
  {
    id: fc.oneof({ arbitrary: fc.constant(own.id), weight: 6 }, words('another', '', `${own.id} `)),
    url: fc.oneof(
      { arbitrary: fc.constant(POPUP), weight: 6 },
      words(
        'https://evil.example/',
        'chrome-extension://an-extension.evil.example/',
        `https://evil.example/${POPUP}`,
      ),
      fc.webUrl(),
    ),
    frameId: fc.oneof({ arbitrary: fc.constant(0), weight: 6 }, fc.integer()),
  },
  { requiredKeys: [] },
);

/** The command that is asked for by one of our own pages; null for everything else. */
function commandOf(raw: unknown, from: Sender): CommandName | null {
  const isOwn = from.id === own.id && (from.url ?? '').startsWith(own.pagesOrigin) && !from.frameId;
  const read = Object(raw) as Record<string, unknown>;
  if (!isOwn || read['app'] !== APP) return null;
  const command = COMMANDS.find((name) => name === read['command']) ?? null;
  return command === 'session/sign-out' && read['how'] !== HOW ? null : command;
}

it('does what a page of ours asks for, and nothing for any of the others', async () => {
  const called: CommandName[] = [];
  const note = (name: CommandName) => () => Promise.resolve(void called.push(name));
  const receive = createReceiver(own, {
    'session/sign-in': note('session/sign-in'),
    'session/sign-out': note('session/sign-out'),
    'sync/look': note('sync/look'),
    'sync/retry': note('sync/retry'),
    'sync/discard-unreadable': note('sync/discard-unreadable'),
  });
  let ours = 0;
  await fc.assert(
    fc.asyncProperty(message, sender, async (raw, from) => {
      called.length = 0;
      const command = commandOf(raw, from);
      const reply = receive(raw, from);
      expect(await reply).toEqual(command === null ? undefined : { ok: true });
      expect(called).toEqual(command === null ? [] : [command]);
      if (command !== null) ours += 1;
    }),
    { numRuns: fuzzRuns(1_000) },
  );
  // Else the inventions would prove nothing.
  expect(ours).toBeGreaterThan(0);
});
