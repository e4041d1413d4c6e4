import type { Emulator } from '../../emulator/emulator';
import { ageStorage } from './age-storage';
import type { ExtensionStorage } from './extension-storage';
import { poll } from './poll';

/** An add is looked for twice before it is sent again; each look needs a time of its own to come. */
const MOST_LOOKS = 4;

/** Whoever opens a popup a moment after another read does not cause one: nothing comes any more after this. */
const NO_READ_MS = 1_500;

/**
 * Does what opens a popup, which wakes the background and asks for the newest languages, and resolves when the engine
 * has nothing more to do for now. `isAtRest` is {@link noLockIsHeld}, run in that popup.
 */
export async function restAfter(
  emulator: Emulator,
  open: () => Promise<unknown>,
  isAtRest: () => Promise<unknown>,
): Promise<void> {
  const before = readsOf(emulator);
  await open();
  const openedAtMs = Date.now();
  const hasBegun = () => readsOf(emulator) > before || Date.now() - openedAtMs > NO_READ_MS;
  const isOver = async () => hasBegun() && (await isAtRest()) === true;
  await poll('the engine to rest', isOver, { everyMs: 20 });
}

/** Runs in the extension, whose background and pages share their locks: the engine holds one as long as it works. */
export async function noLockIsHeld(): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return held.length + pending.length === 0;
}

/** Lets time go by until nothing is left to look for, and gives how many edits are left all the same. */
export async function settle(
  storage: ExtensionStorage,
  background: { readonly stop: () => Promise<void>; readonly reopenPopup: () => Promise<void> },
): Promise<number> {
  for (let look = 1; look <= MOST_LOOKS && (await openEdits(storage)) > 0; look += 1) {
    await background.stop();
    await ageStorage(storage, 'local');
    await background.reopenPopup();
  }
  return openEdits(storage);
}

async function openEdits(storage: ExtensionStorage): Promise<number> {
  const keys = Object.keys(await storage.readStorage('local'));
  return keys.filter((key) => key.includes('/edit/')).length;
}

function readsOf({ log }: Emulator): number {
  return log.filter(({ method, path, status }) => method === 'GET' && path.endsWith('/languages') && status)
    .length;
}
