import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FaultSettings } from '../emulator/faults';
import { ageStorage } from './support/age-storage';
import { changesOf, executedOf } from './support/changes';
import { type DeedName, deeds, onProfile } from './support/deeds';
import { keepGateClosed } from './support/keep-gate-closed';
import { personAt } from './support/person';
import { useStage } from './support/stage';

// Around midnight with the day before it.
const TIME = String.raw`(?:\S.*\s)?\d{1,2}:\d\d\s[AP]M`;
const ASKS_TO_WAIT = new RegExp(`^Microsoft 365 asks to wait until ${TIME}$`);
const NO_ANSWER = new RegExp(`^Microsoft 365 does not answer. Next try at ${TIME}.$`);
const CHECKING = 'checking…';
const CHECKING_ALL = 'Checking with Microsoft 365…';

const stage = useStage();

beforeEach(() => stage.beginSignedIn());

const saved = () => stage.person.readsStatus('Saved to Microsoft 365');

describe('a service that asks to wait', () => {
  const waits: [name: DeedName, status: number, retryAfterAs: 'seconds' | 'date'][] = [
    ['change', 429, 'seconds'],
    ['add', 429, 'date'],
    ['remove', 429, 'seconds'],
  ];
  it.each(waits)('%s, %i with %s: gets nothing before, and the edit once after', async (...row) => {
    const [name, status, retryAfterAs] = row;
    const { emulator, person, chromium } = stage;
    const { method, act, isDone } = deeds[name];
    emulator.faults.set({ status: { status, method, retryAfterSeconds: 2, retryAfterAs } });
    await act(person);
    await person.readsStatus(ASKS_TO_WAIT);
    // Opening asks for the newest languages, which has to wait as well.
    await chromium.openPopupPage();
    await expect.poll(() => isDone(emulator), { timeout: 10_000 }).toBe(true);
    await saved();
    expect(executedOf(emulator)).toEqual([method]);
    const asked = emulator.log.filter(({ server }) => server === 'graph');
    const refused = asked.findIndex((exchange) => exchange.status === status);
    const [refusedMs = NaN, nextMs = NaN] = asked.slice(refused).map(({ at }) => Date.parse(at));
    // A date has no parts of a second.
    const fromMs = retryAfterAs === 'date' ? Math.floor(refusedMs / 1000) * 1000 : refusedMs;
    expect(nextMs).toBeGreaterThanOrEqual(fromMs + 2000);
  });
});

describe('a service that gives no usable answer', () => {
  const silences: [what: string, name: DeedName, faults: FaultSettings, isDoneThen: boolean][] = [
    ['500', 'change', { status: { status: 500, method: 'PATCH' } }, false],
    ['503', 'remove', { status: { status: 503, method: 'DELETE' } }, false],
    ['a web page', 'change', { html: { method: 'PATCH' } }, false],
    ['the connection lost after it was done', 'change', { lostAnswer: { method: 'PATCH' } }, true],
    ['the connection lost after it was done', 'remove', { lostAnswer: { method: 'DELETE' } }, true],
  ];
  it.each(silences)('%s: a %s arrives in the end', async (_, name, faults, isDoneThen) => {
    const { emulator, person, chromium } = stage;
    const { language, act, isDone } = deeds[name];
    emulator.faults.set(faults);
    await act(person);
    if (!isDoneThen) {
      // It may still be carried out: it is looked for, and not sent again before that is over.
      await person.readsStatus(CHECKING_ALL);
      await sleep(2500);
      expect(changesOf(emulator)).toHaveLength(1);
      await chromium.stopWorker();
      await ageStorage(chromium, 'local');
    }
    await expect.poll(() => isDone(emulator), { timeout: 10_000 }).toBe(true);
    await saved();
    expect(await person.row(language).count()).toBe(name === 'remove' ? 0 : 1);
    if (name === 'change') expect(await person.level(language).inputValue()).toBe('limitedWorking');
  });

  it('says when it is asked again, and is asked at once when told to', async () => {
    const { emulator, person, chromium } = stage;
    emulator.faults.set({ status: { status: 503, times: null } });
    await deeds.change.act(person);
    await person.readsStatus(NO_ANSWER);
    // Whatever is sent within the next minutes is sent because of the click.
    await keepGateClosed(chromium, 5 * 60_000);
    emulator.faults.reset();
    await person.readsStatus(NO_ANSWER);
    expect(changesOf(emulator)).toEqual([]);
    await person.press('Try again');
    await saved();
    expect(deeds.change.isDone(emulator)).toBe(true);
    expect(executedOf(emulator)).toEqual(['PATCH']);
  });

  it('is asked again for the list when it was said, without a click', async () => {
    const { emulator, person } = stage;
    emulator.faults.set({ html: { method: 'GET' } });
    await person.refresh();
    await person.readsStatus(NO_ANSWER);
    await person.row('Japanese').waitFor();
    // The first wait is two seconds at most.
    await saved();
  });

  it('leaves the right state when the worker is stopped while a slow change is on its way', async () => {
    const { emulator, person, popup, chromium } = stage;
    emulator.faults.set({ latency: { method: 'PATCH', latencyMs: 1500 } });
    await deeds.change.act(person);
    await expect.poll(() => changesOf(emulator).length, { timeout: 10_000 }).toBeGreaterThan(0);
    await chromium.stopWorker();
    await popup.reload();
    await expect.poll(() => deeds.change.isDone(emulator), { timeout: 10_000 }).toBe(true);
    // Any look at the profile shows what became of it.
    await popup.reload();
    await saved();
    expect(await person.level('Japanese').inputValue()).toBe('limitedWorking');
  });
});

describe('an add of which nobody knows whether it was carried out', () => {
  it.each<[what: string, faults: FaultSettings]>([
    ['504', { status: { status: 504, method: 'POST' } }],
    ['a web page', { html: { method: 'POST' } }],
  ])('%s: is looked for before it is sent again', async (_, faults) => {
    const { emulator, person, popup } = stage;
    emulator.faults.set(faults);
    await deeds.add.act(person);
    await person.row('Catalan').getByText(CHECKING).waitFor();
    await popup.reload();
    await person.row('Catalan').getByText(CHECKING).waitFor();
    await person.readsStatus(CHECKING_ALL);
    await sleep(2500);
    expect(changesOf(emulator)).toHaveLength(1);
    expect(await person.row('Catalan').count()).toBe(1);
  });

  it('is on the profile once where the connection is lost after it was done', async () => {
    const { emulator, person } = stage;
    emulator.faults.set({ lostAnswer: { method: 'POST' } });
    await deeds.add.act(person);
    // Chromium itself sends a POST again whose kept connection dies before the answer.
    const all = ['POST', 'POST', 'DELETE'];
    await expect.poll(() => executedOf(emulator), { timeout: 10_000 }).toEqual(all);
    expect(onProfile(emulator, 'Catalan')).toHaveLength(1);
    await expect.poll(() => person.row('Catalan').count()).toBe(1);
  });
});

describe('no network', () => {
  const OFFLINE: FaultSettings = { offline: { times: null }, loginOffline: { times: null } };

  it('leaves the languages that were read before, and says how old they are, also with the worker stopped', async () => {
    const before = await stage.popup.getByRole('listitem').allInnerTexts();
    await stage.popup.close();
    await stage.chromium.stopWorker();
    stage.emulator.faults.set(OFFLINE);
    // Nobody asks again within a second of the last answer.
    await sleep(1_000);
    await stage.openPopup();
    await stage.person.readsStatus(new RegExp(`^Offline. Last read at ${TIME}.$`));
    expect(await stage.popup.getByRole('listitem').allInnerTexts()).toEqual(before);
    // Pressed while there is none, because it goes on by itself as soon as there is.
    await stage.person.press('Try again');
    stage.emulator.faults.reset();
    await saved();
  });

  it('keeps edits over a closed popup, and lets them arrive once afterwards', async () => {
    const { emulator, person, popup, chromium } = stage;
    emulator.faults.set(OFFLINE);
    await deeds.change.act(person);
    await person.readsStatus('Offline: 1 edit waiting');
    await deeds.remove.act(person);
    await deeds.add.act(person);
    await person.readsStatus('Offline: 3 edits waiting');
    await popup.close();
    await stage.openPopup();
    const again = personAt(stage.popup);
    await again.readsStatus('Offline: 3 edits waiting');
    expect(await again.row('Welsh').count()).toBe(0);
    expect(await again.level('Japanese').inputValue()).toBe('limitedWorking');
    await again.row('Catalan').getByText('waiting').waitFor();
    expect(await chromium.isWorkerRunning()).toBe(true);
    // Pressed while there is none, because it goes on by itself as soon as there is.
    await again.press('Try again');
    emulator.faults.reset();
    await saved();
    expect(Object.values(deeds).map(({ isDone }) => isDone(emulator))).toEqual([true, true, true]);
    expect(executedOf(emulator)).toEqual(['PATCH', 'DELETE', 'POST']);
  });
});
