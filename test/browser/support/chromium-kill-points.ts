import type { Page } from 'playwright-core';
import { ageStorage } from './age-storage';
import type { Chromium } from './chromium';
import { killAtRequest, killWhileLooking, reachLook, type Moment, type Scene } from './network-kills';
import { hookStorage, type StorageHook } from './storage-hook';

/** A scene in Chromium, where a worker can also be stopped at what it stores. */
export interface ChromiumScene extends Scene {
  readonly chromium: Chromium;
  /** The popup in which the edit is made. */
  readonly popup: Page;
}

type Kill = (scene: ChromiumScene) => Promise<void>;

const CLAIM = '"status":"inflight"';
const COMMIT = '"status":"done"';
const REMOVAL = { area: 'local', call: 'remove', key: '/edit/' } as const;
const TOKENS = { area: 'session', call: 'set', key: 'tokens' } as const;

/**
 * The moments at which the worker dies, each with what makes the edit and resolves when the worker is gone. The first
 * two are about a worker that looks after an edit of one that died before: while nothing else is left to look for.
 */
export const chromiumKillPoints: readonly (readonly [moment: string, kill: Kill])[] = [
  ['while it looks whether an edit was carried out, which it was', killWhileLooking],
  ['after it looked in vain, before that is stored', killAfterLooking],
  ['after a token is renewed, before that is stored', killAtRenewal],
  ['while the popup stores the edit', killWhilePopupStores],
  [
    'while it reads the profile before the claim',
    atRequest({ point: 'arrival', fate: 'drop', method: 'GET' }),
  ],
  ['before the claim is stored', atEditWrite(CLAIM, 'before')],
  ['after the claim, before the request', atEditWrite(CLAIM, 'after')],
  [
    'before the request is carried out, which it is much later',
    atRequest({ point: 'arrival', fate: 'late' }),
  ],
  ['after the request is carried out, before the answer', atRequest({ point: 'execution', fate: 'drop' })],
  ['in the middle of the answer', atRequest({ point: 'answer', fate: 'drop' })],
  ['before the answer is stored', atEditWrite(COMMIT, 'before')],
  ['while the answer is stored', atEditWrite(COMMIT, 'dispatched')],
  ['before the edit is cleared away', atWrite({ ...REMOVAL, stands: 'before' })],
  ['after the edit is cleared away', atWrite({ ...REMOVAL, stands: 'after' })],
];

function atRequest(moment: Moment): Kill {
  return (scene) => killAtRequest(scene, moment);
}

function atWrite(hook: StorageHook): Kill {
  return async ({ chromium, act, kill }) => {
    const hooked = await hookStorage(await chromium.runningWorker(), hook);
    await act();
    await hooked();
    await kill();
  };
}

function atEditWrite(text: string, stands: StorageHook['stands']): Kill {
  return (scene) => atWrite({ ...writeOf(scene, text), stands })(scene);
}

/** How a write of the scene's own edit is known. */
function writeOf({ edit }: Scene, text = '') {
  const texts = [`"displayName":"${edit.language}"`, text];
  return { area: 'local', call: 'set', key: '/edit/', texts } as const;
}

async function killWhilePopupStores(scene: ChromiumScene): Promise<void> {
  const hooked = await hookStorage(scene.popup, { ...writeOf(scene), stands: 'dispatched' });
  await scene.act();
  await hooked();
  await scene.kill();
}

async function killAfterLooking(scene: ChromiumScene): Promise<void> {
  await killAtRequest(scene, { point: 'arrival', fate: 'drop' });
  const reading = await reachLook(scene);
  const worker = await scene.chromium.runningWorker();
  const hooked = await hookStorage(worker, { ...writeOf(scene), stands: 'before' });
  reading.release();
  await hooked();
  await scene.kill();
}

async function killAtRenewal(scene: ChromiumScene): Promise<void> {
  await ageStorage(scene.storage, 'session');
  await atWrite({ ...TOKENS, stands: 'before' })(scene);
}
