import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../emulator/emulator';
import { recordProof } from '../support/proof';
import { createBrowserKiller } from './support/browser-killer';
import { type Chromium, launchChromium } from './support/chromium';
import { createTrial, tagsToAdd, type TrialEdit } from './support/kill-trial';
import { extensionDirs, ports } from './support/lane';
import { makeEditsAtOnce } from './support/make-edits-at-once';
import { personAt } from './support/person';
import { poll } from './support/poll';
import { noLockIsHeld, restAfter, settle } from './support/rest';
import { signInAs } from './support/signed-in';
import { watchStored } from './support/stored-edits';
import { createTemporaryFolder } from './support/temporary-folder';

const KILLS = 20;
const EDITS_PER_LIFE = 3;

/** When the browser dies under the edits of one life: so many milliseconds after so many edits were stored. Another seed, other moments. */
const seed = Number(process.env['KILL_SEED'] ?? 1);
const moment = fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: EDITS_PER_LIFE }));

const trial = createTrial(KILLS);
const all = trial.rounds.flat();
const lives = fc
  .sample(moment, { numRuns: KILLS, seed })
  .map(([waitMs, count], nth) => [waitMs, count, trial.rounds[nth] ?? []] as const);
/** Those of which the popup was told that they are stored. */
const stored = new Set<TrialEdit>();
let kills = 0;

let emulator: Emulator;
let profile: Awaited<ReturnType<typeof createTemporaryFolder>>;

/** The browser with everything that it kept when it ended; it suggests to add what these edits add. */
function launch(edits: readonly TrialEdit[]): Promise<Chromium> {
  const languages = tagsToAdd(edits);
  return launchChromium({ extensionDir: extensionDirs.chromium, profileDir: profile.path, languages });
}

beforeAll(async () => {
  emulator = await startEmulator(ports);
  trial.begin(emulator);
  profile = await createTemporaryFolder('sigkill');
  const chromium = await launch([]);
  const popup = await chromium.openPopupPage();
  await signInAs(chromium, popup, /Ada Lindqvist/);
  await personAt(popup).readsStatus('Saved to Microsoft 365');
  // Ended in peace this once: the directory's session is on the disk, so that nobody has to sign in again.
  await chromium.close();
});

afterAll(async () => {
  await profile.remove();
  await emulator.close();
});

it.each(lives)('starts again after it died %i ms after %i stored edits', async (waitMs, count, edits) => {
  const chromium = await launch(edits);
  const killBrowser = await createBrowserKiller(chromium);
  const popup = await chromium.openPopupPage();
  await watchStored(popup, (isAbout) => {
    for (const edit of edits.filter(isAbout)) stored.add(edit);
  });
  let isDying = false;
  const die = async () => {
    await poll(`${count} stored edits`, () => edits.filter((edit) => stored.has(edit)).length >= count);
    await sleep(waitMs);
    isDying = true;
    await killBrowser();
  };
  const making = makeEditsAtOnce(popup, edits).catch((error: unknown) => {
    // The page went in the middle of it.
    if (!isDying) throw error;
  });
  await Promise.all([making, die()]);
  kills += 1;
});

it('has everything that was stored on the profile once, and nothing else is changed', async () => {
  const chromium = await launch([]);
  const popup = await chromium.openPopupPage();
  const isAtRest = () => popup.evaluate(noLockIsHeld);
  const reopenPopup = () => restAfter(emulator, () => popup.reload(), isAtRest);
  await reopenPopup();
  const left = await settle(chromium, { stop: () => chromium.stopWorker(), reopenPopup });
  await chromium.close();
  const unsure = all.filter((edit) => !stored.has(edit));
  const found = trial.judge(emulator, [...stored], unsure);
  await recordProof({ fault: 'browser killed (SIGKILL) while writing', count: kills, ...found });
  expect(left).toBe(0);
  expect(found).toEqual({ lost: 0, doubled: 0, overwritten: 0 });
  expect(kills).toBe(KILLS);
});
