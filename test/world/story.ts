import type { CommandName } from '../../src/messages/contract';
import { retry } from '../../src/popup/decisions';
import { type Deed, isKept, judge, seedProfile, type Verdict } from './deeds';
import type { Page } from './page';
import { createWorld, type World, type WorldOptions } from './world';

/** How a story ended. */
export interface Ending extends Verdict {
  /** From {@link Story.calmMs} to the end of all work; null where it never came to an end. */
  readonly tookMs: number | null;
}

/**
 * A person with a profile in a world where things go wrong: does what they came for, looks again a minute after the
 * popup was closed under their hands, and presses "Try again" where something was refused.
 */
export interface Story {
  readonly world: World;
  /** When the last thing went wrong, by the service's clock: whoever makes it go wrong notes it here. */
  calmMs: number;
  /** The popup is gone; the person opens it again in a minute. */
  readonly losePopup: () => void;
  /** Asked at each look of the person: what they do beside; null: nothing. */
  next: (isAtRest: boolean) => Deed | null;
  /** Told that the person presses "Try again". */
  onRetry: () => void;
  /** Tells the story, ten minutes long. */
  tell(first: Deed): Promise<Ending>;
}

const LENGTH_MS = 10 * 60_000;
const BACK_AFTER_MS = 60_000;
/** How long they look before they press something. */
const LOOK_MS = 500;
const MOST_RETRIES = 5;
/** How long they leave it alone before they look again. */
const PATIENCE_MS = 150_000;

/** A story that is about to begin: signed in, the profile shown in a popup, the worker stopped. */
export async function beginStory(options: WorldOptions): Promise<Story> {
  const world = createWorld(options);
  const { service, account, worker, clock } = world;
  seedProfile(world);
  const before = service.profileOf(account.key);
  const deeds: Deed[] = [];
  let page = world.openPage();
  let backMs = 0;
  let retries = 0;
  await world.advance(LOOK_MS);
  worker.kill();

  const story: Story = {
    world,
    calmMs: clock.trueMs,
    losePopup() {
      page.close();
      backMs = clock.trueMs + BACK_AFTER_MS;
    },
    next: () => null,
    onRetry: () => undefined,
    async tell(first) {
      deeds.push(first);
      page.act(first.act);
      const endMs = clock.trueMs + LENGTH_MS;
      await leave(LENGTH_MS);
      let goesOn = true;
      while (goesOn && clock.trueMs < endMs) goesOn = await look(endMs);
      const tookMs = isAtRest(world) && editTexts(world).length === 0 ? clock.trueMs - story.calmMs : null;
      await world.advance(Math.max(endMs - clock.trueMs, 0));
      return { ...judge(world, deeds, before), tookMs };
    },
  };

  /** Opens the popup and presses what there is to press; false: there is nothing any more, for good. */
  async function look(endMs: number): Promise<boolean> {
    await world.advance(Math.max(backMs - clock.trueMs, 0));
    const isWell = isAtRest(world) && editTexts(world).length === 0;
    if (isWell && deeds.every((deed) => isKept(world, deed)) && nextDeed() === null) return false;
    page = world.openPage();
    await world.advance(LOOK_MS);
    const hasPressed = page.isOpen && page.isPainted && press();
    if (page.isOpen && !hasPressed && isAtRest(world)) return false;
    await leave(endMs - clock.trueMs);
    return true;
  }

  /** Closes the popup and lets the worker do what it can. */
  async function leave(limitMs: number): Promise<void> {
    await world.settle();
    page.close();
    const isDisturbed = () => backMs > clock.trueMs;
    await world.advanceUntil(() => isAtRest(world) || isDisturbed(), Math.min(PATIENCE_MS, limitMs));
  }

  function press(): boolean {
    const deed = deeds.find((each) => !isKept(world, each) && !isShown(page, each)) ?? nextDeed();
    const refused = page.view().lines.find(({ problem }) => problem !== null);
    if (deed) {
      page.act(deed.act);
      return true;
    }
    const command = commandOf(page);
    if (retries === MOST_RETRIES || !(refused?.problem ?? command)) return false;
    retries += 1;
    story.onRetry();
    page.act((popup) => {
      if (command) popup.ask(command);
      else if (refused?.problem) retry(popup, refused.problem);
    });
    return true;
  }

  function nextDeed(): Deed | null {
    const deed = story.next(isAtRest(world));
    if (deed) deeds.push(deed);
    return deed;
  }

  return story;
}

/** What the button in the status line asks of the worker, where there is one that does. */
function commandOf(page: Page): CommandName | null {
  const action = page.view().status?.action;
  if (action === 'sign-in') return 'session/sign-in';
  return action === 'retry' ? 'sync/retry' : null;
}

function isShown(page: Page, { kind, tag, gives }: Deed): boolean {
  const line = page.view().lines.find((each) => each.tag === tag);
  if (kind === 'remove') return line === undefined;
  return line !== undefined && (kind === 'add' || line.spoken === gives.spoken);
}

/** Every edit that is stored, as it is stored. */
export function editTexts({ local }: World): string[] {
  const edits = Object.entries(local.record).filter(([key]) => key.includes('/edit/'));
  return edits.map(([, text]) => String(text));
}

/** Nothing is under way, and nothing waits but for the person. */
export function isAtRest(world: World): boolean {
  const isBusy = world.service.log.some(({ outcome }) => outcome === 'open');
  return !isBusy && editTexts(world).every((text) => text.includes('"status":"parked"'));
}
