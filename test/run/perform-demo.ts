import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Chromium, launchChromium } from '../browser/support/chromium';
import { poll } from '../browser/support/poll';
import type { Emulator } from '../emulator/emulator';
import type { Exchange } from '../emulator/exchange-log';
import { demoSteps } from './demo-steps';

const SCREENSHOTS = fileURLToPath(new URL('../../.demo', import.meta.url));
/** The largest that a browser lets a popup be. */
const POPUP_SIZE = { width: 380, height: 600 };
const STEP_LIMIT_MS = 20_000;

/** Does the main job without a person and shows what it caused. Throws at the first step that did not happen. */
export async function performDemo(extensionDir: string, emulator: Emulator): Promise<void> {
  const chromium = await launchChromium({ extensionDir });
  try {
    await rm(SCREENSHOTS, { recursive: true, force: true });
    await mkdir(SCREENSHOTS, { recursive: true });
    await performSteps(chromium, emulator);
  } finally {
    await chromium.close();
  }
}

async function performSteps(chromium: Chromium, emulator: Emulator): Promise<void> {
  const popup = await chromium.openPopupPage();
  popup.setDefaultTimeout(STEP_LIMIT_MS);
  await popup.setViewportSize(POPUP_SIZE);
  for (const [index, step] of demoSteps.entries()) {
    const number = String(index + 1);
    console.log(`\n${number}. ${step.title}`);
    try {
      const before = emulator.log.length;
      await step.act(popup, chromium);
      if (step.sends) await answered(step.sends, () => emulator.log.slice(before));
    } catch (error) {
      throw new Error(`Step ${number} did not happen: ${step.title}\n${String(error)}`, { cause: error });
    } finally {
      await popup.screenshot({ path: `${SCREENSHOTS}/${number}-${fileName(step.title)}.png` });
    }
  }
  console.log(
    `\nAll ${demoSteps.length} steps happened, with ${emulator.log.length} exchanges. Screenshots are in .demo/.`,
  );
}

async function answered(method: string, exchanges: () => readonly Exchange[]): Promise<void> {
  await poll(`an answer to ${method}`, () =>
    exchanges().some(
      (exchange) =>
        exchange.server === 'graph' &&
        exchange.method === method &&
        exchange.status !== null &&
        exchange.status < 300,
    ),
  );
}

/** "Add Portuguese by typing" is "add-portuguese-by-typing". */
function fileName(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
