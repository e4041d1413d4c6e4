import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/emulator';
import { type Chromium, launchChromium } from './chromium';
import { extensionDirs, ports } from './lane';
import { type Person, personAt } from './person';
import { startSignedIn, startSignedOut } from './start-over';

/** One Chromium and one emulator for all tests of a file, and the popup of the test that runs. */
export interface Stage {
  readonly emulator: Emulator;
  readonly chromium: Chromium;
  /** The popup that was opened last. */
  readonly popup: Page;
  /** Who sits before that popup. */
  readonly person: Person;
  /** Begins again with nothing, in a new popup in which nobody is signed in. */
  beginSignedOut(): Promise<void>;
  /** Begins again with Ada's first languages, all of them saved, in a new popup. */
  beginSignedIn(): Promise<void>;
  /** Opens one more popup, which counts from now on. */
  openPopup(): Promise<void>;
}

/** Opens before the first test of the file and closes after its last one. The browser's languages suggest Catalan. */
export function useStage(): Stage {
  let emulator: Emulator | undefined;
  let chromium: Chromium | undefined;
  let popup: Page | undefined;

  beforeAll(async () => {
    emulator = await startEmulator(ports);
    chromium = await launchChromium({ extensionDir: extensionDirs.chromium, languages: ['en-GB', 'ca'] });
  });

  afterAll(async () => {
    await chromium?.close();
    await emulator?.close();
  });

  const stage: Stage = {
    get emulator() {
      return open(emulator);
    },
    get chromium() {
      return open(chromium);
    },
    get popup() {
      return open(popup);
    },
    get person() {
      return personAt(open(popup));
    },
    async beginSignedOut() {
      popup = await startSignedOut(stage.chromium, stage.emulator);
    },
    async beginSignedIn() {
      popup = await startSignedIn(stage.chromium, stage.emulator);
    },
    async openPopup() {
      popup = await stage.chromium.openPopupPage();
    },
  };
  return stage;
}

function open<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The stage is not open: use it inside a test');
  return part;
}
