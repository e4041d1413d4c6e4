import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Chromium, launchChromium } from '../browser/support/chromium';
import { poll } from '../browser/support/poll';
import { POPUP_PATH } from '../browser/support/popup-path';
import { signInAs } from '../browser/support/signed-in';
import { languageBy } from '../emulator/graph-entity';
import type { Emulator } from '../emulator/emulator';
import { seedId } from '../emulator/seed';
import { fiftyLanguages } from './fifty-languages';
import type { Durations, Measurement } from './measurement';

const ROUNDS = 20;
/** What the popup before has asked of the worker is over then. */
const REST_MS = 300;
const YARDSTICK_PATH = 'yardstick.html';
/** A page without any content would have no contentful paint. */
const YARDSTICK = '<!doctype html><meta charset="utf-8" /><title>Nothing</title><p>Nothing</p>';

/**
 * From the start of the navigation to the first contentful paint, of a popup with fifty languages and of a page with one
 * word, both as tabs of the same Chromium. `extensionDir` is a build for this emulator; it gets that page.
 */
export async function measureOpening(extensionDir: string, emulator: Emulator): Promise<Measurement[]> {
  await writeFile(path.join(extensionDir, YARDSTICK_PATH), YARDSTICK);
  const chromium = await launchChromium({ extensionDir });
  try {
    await signInWithFifty(chromium, emulator);
    const running: Durations = { ms: [], yardstickMs: [] };
    const stopped: Durations = { ms: [], yardstickMs: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      await chromium.runningWorker();
      running.yardstickMs.push(await paintYardstick(chromium));
      running.ms.push(await paintPopup(chromium));
      await chromium.stopWorker();
      stopped.yardstickMs.push(await paintYardstick(chromium));
      await chromium.stopWorker();
      stopped.ms.push(await paintPopup(chromium));
    }
    return [
      { what: 'first paint of 50 languages, worker running', targetMs: null, ...running },
      { what: 'first paint of 50 languages, worker stopped', targetMs: null, ...stopped },
    ];
  } finally {
    await chromium.close();
  }
}

async function signInWithFifty(chromium: Chromium, emulator: Emulator): Promise<void> {
  const { ada } = emulator.people;
  const languages = fiftyLanguages.map((each, index) =>
    languageBy(ada, seedId(100 + index), '2024-03-11T08:15:42.2294868Z', {
      ...each,
      spoken: 'conversational',
    }),
  );
  emulator.setProfile(ada, languages);
  const popup = await chromium.openPopupPage();
  await signInAs(chromium, popup, /Ada Lindqvist/);
  await popup.getByText('Saved to Microsoft 365').waitFor();
  await popup.close();
}

async function paintYardstick(chromium: Chromium): Promise<number> {
  const { page, paintedMs } = await open(chromium, YARDSTICK_PATH);
  await page.close();
  return paintedMs;
}

/** Leaves the worker running: the popup has woken it after that paint. */
async function paintPopup(chromium: Chromium): Promise<number> {
  const { page, paintedMs } = await open(chromium, POPUP_PATH);
  const shown = await page.getByRole('combobox', { name: /^Level of / }).count();
  if (shown !== fiftyLanguages.length) throw new Error(`The popup shows ${shown} languages, not fifty`);
  await poll('the worker to run', () => chromium.isWorkerRunning());
  await page.close();
  return paintedMs;
}

async function open({ context, extensionId }: Chromium, file: string) {
  await sleep(REST_MS);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/${file}`);
  const paintedMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  return { page, paintedMs };
}
