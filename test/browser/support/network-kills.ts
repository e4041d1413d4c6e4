import type { Emulator } from '../../emulator/emulator';
import type { Pause, PausePoint } from '../../emulator/pauses';
import { ageStorage } from './age-storage';
import type { ExtensionStorage } from './extension-storage';
import { METHOD_OF, type TrialEdit } from './kill-trial';

/** One edit that is about to be made, and the means to stop the background on its way. */
export interface Scene {
  readonly emulator: Emulator;
  readonly storage: ExtensionStorage;
  readonly edit: TrialEdit;
  /** Makes the edit, as a person does. */
  readonly act: () => Promise<void>;
  /** Ends the background in the middle of what it does. */
  readonly kill: () => Promise<void>;
  /** Ends it, and sees to it that it stays away. */
  readonly stop: () => Promise<void>;
  /** Starts it again, and resolves when it has nothing more to do for now. */
  readonly reopenPopup: () => Promise<void>;
}

/** Where a request stands when its sender dies, and what becomes of it. */
export interface Moment {
  readonly point: PausePoint;
  /** `drop`: it goes no further. `late`: it goes on when the next background has done what it does at first. */
  readonly fate: 'drop' | 'late';
  /** The edit's own when left out. */
  readonly method?: string;
}

/** Makes the edit and resolves when the background died at that moment. */
export async function killAtRequest(scene: Scene, { point, fate, method }: Moment): Promise<void> {
  const pause = scene.emulator.hold(point, method ?? METHOD_OF[scene.edit.kind]);
  await scene.act();
  await pause.reached;
  await scene.kill();
  if (fate === 'drop') {
    pause.drop();
  } else {
    await scene.reopenPopup();
    pause.release();
  }
}

/** Makes the edit, which is carried out, and lets the next background die when it looks for it. */
export async function killWhileLooking(scene: Scene): Promise<void> {
  await killAtRequest(scene, { point: 'execution', fate: 'drop' });
  const reading = await reachLook(scene);
  await scene.kill();
  reading.drop();
}

/** Makes the edit, whose access token has ended, and lets the background die when it asks for another. */
export async function killWhileRenewing(scene: Scene): Promise<void> {
  await ageStorage(scene.storage, 'session');
  await killAtRequest(scene, { point: 'token', fate: 'drop', method: 'POST' });
}

/** Lets so much time go by that the edit of a background that died is looked for, and gives the read that looks. */
export async function reachLook({ emulator, storage, stop }: Scene): Promise<Pause> {
  await stop();
  const reading = emulator.hold('arrival', 'GET');
  await ageStorage(storage, 'local');
  await reading.reached;
  return reading;
}
