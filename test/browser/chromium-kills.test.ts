import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../emulator/emulator';
import { recordProof } from '../support/proof';
import { type Chromium, launchChromium } from './support/chromium';
import { chromiumKillPoints } from './support/chromium-kill-points';
import { createTrial, tagsToAdd, type TrialEdit } from './support/kill-trial';
import { extensionDirs, ports } from './support/lane';
import { makeEdit } from './support/make-edit';
import { personAt } from './support/person';
import { noLockIsHeld, restAfter, settle } from './support/rest';
import { startSignedIn } from './support/start-over';
import { createWorkerKiller } from './support/worker-killer';

const trial = createTrial(chromiumKillPoints.length);
/** Every kind of edit at every point. */
const cases = chromiumKillPoints.flatMap(([moment, killAt], nth) =>
  (trial.rounds[nth] ?? []).map((edit) => [edit.kind, moment, edit, killAt] as const),
);
const made: TrialEdit[] = [];

let emulator: Emulator;
let chromium: Chromium;
let popup: Page;
let kill: () => Promise<void>;

const isAtRest = () => popup.evaluate(noLockIsHeld);
const reopenPopup = () => restAfter(emulator, () => popup.reload(), isAtRest);
const stop = () => chromium.stopWorker();

beforeAll(async () => {
  emulator = await startEmulator(ports);
  const languages = tagsToAdd(trial.rounds.flat());
  chromium = await launchChromium({ extensionDir: extensionDirs.chromium, languages });
  kill = await createWorkerKiller(chromium);
  popup = await startSignedIn(chromium, emulator);
  trial.begin(emulator);
  await reopenPopup();
});

afterAll(async () => {
  await chromium.close();
  await emulator.close();
});

it.each(cases)(
  '%s: survives a worker that dies %s',
  async (_kind, _moment, edit, killAt) => {
    const act = async () => {
      await makeEdit(personAt(popup), edit);
      made.push(edit);
    };
    await killAt({ emulator, chromium, storage: chromium, popup, edit, act, kill, stop, reopenPopup });
    await reopenPopup();
  },
  20_000,
);

it('has every one of these edits on the profile once, and nothing else is changed', async () => {
  expect(await settle(chromium, { stop, reopenPopup })).toBe(0);
  const found = trial.judge(emulator, made);
  const fault = `service worker killed at ${chromiumKillPoints.length} points, real Chromium`;
  await recordProof({ fault, count: made.length, ...found });
  expect(found).toEqual({ lost: 0, doubled: 0, overwritten: 0 });
  expect(made).toHaveLength(cases.length);
});
