import type { CommandName, Input, SignOut } from '../../src/messages/contract';
import type { Account } from '../../src/identity/account';
import { anAccount } from '../support/builders';
import { DEEDS, seedProfile } from '../world/deeds';
import type { Page } from '../world/page';
import { createWorld, type World, type WorldOptions } from '../world/world';

/** A world with an open popup that shows a profile, a second after it was opened. */
export async function aWorld(options: WorldOptions = {}): Promise<{ world: World; page: Page }> {
  const world = createWorld(options);
  seedProfile(world);
  const page = world.openPage();
  await world.advance(1_000);
  return { world, page };
}

/** Signs out whom that popup shows; as they do who have nothing to lose, where nothing else is said. */
export function signOut(page: Page, how: Partial<SignOut> = {}): void {
  page.act((popup, { page: { account } }) => {
    if (account) {
      popup.ask('session/sign-out', {
        ...{ accountKey: account.key, unsent: 'discard', ofMicrosoft: false },
        ...how,
      });
    }
  });
}

/** Chooses "Send now" in that popup. */
export function leaveOnceSent(page: Page, ofMicrosoft = false): void {
  page.act((popup, { page: { account } }) => {
    // Where it could not be stored nothing is asked.
    if (account) popup.leaveOnceSent(account.key, ofMicrosoft).catch(() => undefined);
  });
}

/** Stays signed in, in that popup. */
export function stay(page: Page): void {
  page.act((popup, { page: { account } }) => {
    if (account) popup.stay(account.key);
  });
}

/** Asks the worker by that popup. */
export function ask<N extends CommandName>(page: Page, command: N, ...input: Input<N>): void {
  page.act((popup) => {
    popup.ask(command, ...input);
  });
}

/** The keys of the edits in a record. */
export function editsIn(record: object): string[] {
  return Object.keys(record).filter((key) => key.includes('/edit/'));
}

/** The tags on the profile of whoever was signed in first. */
export function tagsOf({ service, account }: World): unknown[] {
  return service.profileOf(account.key).map(({ tag }) => tag);
}

/**
 * Tells one story again and again, each time with something else happening at one step later of the worker, until there
 * is no such step; gives what each telling gave.
 * @param tell Begins the story, calls `at` when the steps begin to count, and tells it to its end.
 */
export async function atEveryStep<T>(
  tell: (at: (world: World, happen: () => void) => void) => Promise<T>,
): Promise<T[]> {
  const told: T[] = [];
  for (;;) {
    let steps = 0;
    const nth = told.length + 1;
    const each = await tell((world, happen) => {
      world.onStep = ({ worker }) => {
        if (worker === 0) return;
        steps += 1;
        // No event comes in the middle of a turn.
        if (steps === nth) queueMicrotask(happen);
      };
    });
    if (steps < nth) return told;
    told.push(each);
  }
}

/** A world in which nothing reaches the service any more, and one edit waits. */
export async function offlineWithAnEdit(
  accounts: readonly [Account, ...Account[]] = [anAccount()],
): Promise<{ world: World; page: Page }> {
  const { world, page } = await aWorld({ accounts });
  world.service.fateOf = () => ({ executes: false, answer: 'lost' });
  ask(page, 'sync/look');
  await world.advance(1_000);
  page.act(DEEDS.add.act);
  await world.advance(1_000);
  return { world, page };
}
