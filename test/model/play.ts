import type { CommandName, Input } from '../../src/messages/contract';
import type { Page } from '../world/page';
import type { Command, Deed } from './commands';
import { spoil } from './damage';
import { perform, pick } from './deeds';
import { actElsewhere } from './elsewhere';
import { signedIn, type Stage } from './stage';

/** Lets one thing happen, and everything that follows from it without time passing. */
export async function play(stage: Stage, command: Command): Promise<void> {
  stage.played += 1;
  await carryOut(stage, command);
  await stage.world.settle();
}

async function carryOut(stage: Stage, command: Command): Promise<void> {
  const { world, watch, pages, people } = stage;
  const person = signedIn(stage);
  switch (command.kind) {
    case 'deeds':
      return act(stage, command.deeds);
    case 'elsewhere':
      if (person) actElsewhere(world.service, person, command);
      return;
    case 'kill':
      stage.kills = [...stage.kills, ...command.atSteps];
      return;
    case 'advance':
      return world.advance(command.ms);
    case 'jump':
      // Nobody can tell a minute that has passed from a clock that was set forward, and reads lag less than that.
      if (command.ms > 0 && stage.lagMs > 0) break;
      if (command.ms > 0) stage.steadyFromMs = world.clock.trueMs + 60_000;
      world.clock.jump(command.ms);
      watch.setForward(Math.max(command.ms, 0));
      return;
    case 'online':
      stage.isOnline = command.on;
      return;
    case 'trouble':
      stage.troubles = [...stage.troubles, ...Array.from({ length: command.times }, () => ({ ...command }))];
      return;
    case 'lag':
      stage.lagMs = command.ms;
      return;
    case 'expire':
      world.identity.renewalMs = command.renewalMs;
      for (const { account } of people) world.service.expireTokens(account.key);
      return;
    case 'needs-sign-in':
      world.identity.renewal = 'needs-sign-in';
      return;
    case 'sign-in':
      Object.assign(world.identity, { renewal: null, renewalMs: 100 });
      watch.tryAgain();
      world.identity.nextSignIn = pick(people, command.who)?.account ?? null;
      return ask(stage, 'session/sign-in');
    case 'sign-out': {
      const { unsent } = command;
      const account = person?.account.key ?? '';
      // The others give up nothing that the person said.
      if (unsent === 'discard') {
        stage.signOuts.push({ account, atMs: world.clock.trueMs, command: stage.played });
      }
      if (unsent === 'send') {
        const page = await popupOf(stage);
        page?.act((popup) => {
          popup.leaveOnceSent(account, false).catch(() => undefined);
        });
        return;
      }
      return ask(stage, 'session/sign-out', { accountKey: account, unsent, ofMicrosoft: false });
    }
    case 'spoil':
      for (const key of spoil(world, command)) stage.spoilt.add(key);
      return;
    case 'quota':
      stage.isFull = command.on;
      stage.hasBeenFull ||= command.on;
      return;
    case 'lose-alarms':
      world.alarms.clear();
      return;
    case 'open':
      await openPage(stage, command.page);
      return;
    case 'close':
      pages[command.page]?.close();
      pages[command.page] = null;
      return;
    case 'try-again':
      watch.tryAgain();
      return ask(stage, 'sync/retry');
    case 'refresh':
      return ask(stage, 'sync/look');
    case 'restart':
      world.restartBrowser();
      pages.fill(null);
      return;
  }
}

/** A popup that is open, or was opened for this; not painted where its storage cannot be read. */
async function openPage({ world, pages }: Stage, index: number): Promise<Page> {
  const page = (pages[index] ??= world.openPage());
  if (!page.isPainted) await world.settle();
  return page;
}

/** One or two people's hands at one or two popups, in the same tick. */
async function act(stage: Stage, deeds: Extract<Command, { kind: 'deeds' }>['deeds']): Promise<void> {
  const places: { readonly page: Page; readonly deed: Deed }[] = [];
  for (const { page, deed } of deeds) places.push({ page: await openPage(stage, page), deed });
  const person = signedIn(stage);
  if (person === null) return;
  const { world, said } = stage;
  for (const { page, deed } of places.filter((each) => each.page.isPainted)) {
    page.act((popup, { lines }) => {
      const questions = lines.flatMap(({ problem }) => problem?.reason.theirs ?? []);
      perform(popup, deed, person.stock);
      const now = { atMs: world.clock.trueMs, command: stage.played, questions };
      while (said.length < world.clicks.length) said.push(now);
    });
  }
}

/** Asks the worker by a popup. */
export async function ask<N extends CommandName>(
  stage: Stage,
  command: N,
  ...input: Input<N>
): Promise<void> {
  const page = await popupOf(stage);
  page?.act((popup) => {
    popup.ask(command, ...input);
  });
}

/** A popup, which is opened first where none is; null where it shows nothing. */
async function popupOf(stage: Stage): Promise<Page | null> {
  const open = stage.pages.findIndex((each) => each?.isPainted);
  const page = await openPage(stage, Math.max(open, 0));
  return page.isPainted ? page : null;
}
