import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../emulator/emulator';
import { recordProof } from '../support/proof';
import { type Firefox, launchFirefox } from './support/firefox';
import { signInAs } from './support/firefox-signed-in';
import { createTrial, NEW_LEVEL, tagsToAdd, type TrialEdit } from './support/kill-trial';
import { extensionDirs, ports } from './support/lane';
import { killAtRequest, killWhileLooking, killWhileRenewing, type Scene } from './support/network-kills';
import { noLockIsHeld, restAfter, settle } from './support/rest';

const points: readonly (readonly [moment: string, kill: (scene: Scene) => Promise<void>])[] = [
  ['while it looks whether an edit was carried out, which it was', killWhileLooking],
  ['while a token is renewed', killWhileRenewing],
  [
    'before the request is carried out, which it is much later',
    (scene) => killAtRequest(scene, { point: 'arrival', fate: 'late' }),
  ],
  [
    'after the request is carried out, before the answer',
    (scene) => killAtRequest(scene, { point: 'execution', fate: 'drop' }),
  ],
  ['in the middle of the answer', (scene) => killAtRequest(scene, { point: 'answer', fate: 'drop' })],
];
const trial = createTrial(points.length);

/** Every kind of edit at every point. */
const cases = points.flatMap(([moment, killAt], nth) =>
  (trial.rounds[nth] ?? []).map((edit) => [edit.kind, moment, edit, killAt] as const),
);
const made: TrialEdit[] = [];

let emulator: Emulator;
let firefox: Firefox;

const isAtRest = () => firefox.evaluate(noLockIsHeld);
const reopenPopup = () => restAfter(emulator, () => firefox.navigate(firefox.popupUrl), isAtRest);
const kill = () => firefox.stopBackground();

async function makeEdit({ kind, language }: TrialEdit): Promise<void> {
  const press = (name: string) => firefox.click(`button[aria-label="${name}"]`);
  switch (kind) {
    case 'add':
      return press(`Add ${language}`);
    case 'change':
      return firefox.click(`select[aria-label="Level of ${language}"] option[value="${NEW_LEVEL}"]`);
    case 'remove':
      await press(`Details of ${language}`);
      await press(`Remove ${language}`);
  }
}

beforeAll(async () => {
  emulator = await startEmulator(ports);
  trial.begin(emulator);
  const languages = tagsToAdd(trial.rounds.flat());
  firefox = await launchFirefox({ extensionDir: extensionDirs.firefox, languages });
  await signInAs(firefox, await firefox.openPopupPage(), /Ada Lindqvist/);
  await reopenPopup();
});

afterAll(async () => {
  await firefox.close();
  await emulator.close();
});

it.each(cases)(
  '%s: survives an event page that dies %s',
  async (_kind, _moment, edit, killAt) => {
    const act = async () => {
      await makeEdit(edit);
      made.push(edit);
    };
    await killAt({ emulator, storage: firefox, edit, act, kill, stop: kill, reopenPopup });
    await reopenPopup();
  },
  20_000,
);

it('has every one of these edits on the profile once, and nothing else is changed', async () => {
  expect(await settle(firefox, { stop: kill, reopenPopup })).toBe(0);
  const found = trial.judge(emulator, made);
  await recordProof({ fault: 'event page killed, real Firefox', count: made.length, ...found });
  expect(found).toEqual({ lost: 0, doubled: 0, overwritten: 0 });
  expect(made).toHaveLength(cases.length);
});
