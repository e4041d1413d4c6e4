import { beforeEach, describe, expect, it } from 'vitest';
import type { FaultSettings } from '../emulator/faults';
import { changesOf } from './support/changes';
import { deeds } from './support/deeds';
import { failedSignIn } from './support/failed-sign-in';
import { signInAs } from './support/signed-in';
import { useStage } from './support/stage';

const stage = useStage();
const { openWindow, pickAda, meet, copied, openSettings, signsInAfterAll } = failedSignIn(stage);

const DECLINED =
  'You did not allow access, so nothing was read. Profile Languages asks only for your own profile. If Microsoft asked for an administrator’s approval, send them the link.';
const UNAVAILABLE =
  'The sign-in page could not be loaded, or Microsoft cannot answer now. If it stays like this, check the settings.';

describe('a sign-in that does not work', () => {
  beforeEach(() => stage.beginSignedOut());

  it('says that a closed window cancelled it', async () => {
    const window = await openWindow();
    await stage.person.reads('Finish signing in in the window that opened.');
    await window.close();
    await stage.person.reads('Sign-in was cancelled.');
    await signsInAfterAll();
  });

  it('says that Cancel on the page is no permission', async () => {
    const window = await openWindow();
    await window.getByRole('button', { name: 'Cancel' }).click();
    await stage.person.reads(DECLINED);
    await stage.person.reads('AADSTS65004');
    await signsInAfterAll();
  });

  it('says the same of permissions that are refused, and has read nothing', async () => {
    stage.emulator.faults.set({ askConsent: {} });
    const window = await pickAda();
    await window.getByRole('heading', { name: 'Permissions requested' }).waitFor();
    await window.getByRole('button', { name: 'Cancel' }).click();
    await stage.person.reads(DECLINED);
    expect(stage.emulator.log.filter(({ server }) => server === 'graph')).toEqual([]);
    await signsInAfterAll();
  });

  const unavailable: [what: string, code: string, faults: FaultSettings][] = [
    ['502 and a web page', 'HTTP 502', { tokenHtml: {} }],
    ['503', 'HTTP 503', { tokenError: { status: 503, error: 'temporarily_unavailable' } }],
    ['429', 'HTTP 429', { tokenError: { status: 429, error: 'invalid_request' } }],
    [
      'an error of its own',
      'AADSTS90033',
      { authorizeError: { error: 'server_error', errorDescription: 'AADSTS90033: A transient error.' } },
    ],
  ];
  it.each(unavailable)(
    'says that Microsoft cannot answer now where it answers %s',
    async (_, code, faults) => {
      await meet(faults);
      await stage.person.reads(UNAVAILABLE);
      await stage.person.reads(code);
      const settings = await openSettings();
      await settings.getByLabel('Tenant').waitFor();
      await stage.popup.bringToFront();
      await signsInAfterAll();
    },
  );

  it('says that the clock of the device is wrong', async () => {
    const worker = await stage.chromium.runningWorker();
    await worker.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 3 * 60 * 60_000;
    });
    await pickAda();
    await stage.person.reads('The clock of this device seems to be wrong. Set it, then sign in again.');
    await stage.chromium.stopWorker();
    await signsInAfterAll();
  });

  it('says that there is no network, also where it goes while the window is open', async () => {
    stage.emulator.faults.set({ loginOffline: { times: null } });
    await stage.person.press('Sign in');
    await stage.person.reads('Microsoft cannot be reached. Check your connection, then try again.');
    await signsInAfterAll();
    await stage.beginSignedOut();
    const window = await openWindow();
    stage.emulator.faults.set({ loginOffline: { times: null } });
    await window.close();
    await stage.person.reads('Microsoft cannot be reached. Check your connection, then try again.');
    await signsInAfterAll();
  });

  it('has what support asks for in its details, and nothing about anybody', async () => {
    await meet({ tokenError: { error: 'invalid_grant', errorDescription: 'AADSTS53003: Blocked.' } });
    await stage.person.press('Copy details');
    await stage.person.reads('Copied');
    const guid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
    const when = '2\\d{3}-\\d\\d-\\d\\d';
    const lines = [
      'sign-in: blocked',
      'serviceCode: AADSTS53003',
      `correlationId: ${guid}`,
      `traceId: ${guid}`,
      `timestamp: ${when} [\\d:]+Z`,
      `time: ${when}T[\\d:.]+Z`,
      'extension: \\d+\\.\\d+\\.\\d+',
      'browser: .+Chrome/.+',
    ];
    const details = await copied();
    expect(details).toMatch(new RegExp(`^${lines.join('\\n')}$`));
    const { tenants, people, clientId } = stage.emulator;
    const facts = [tenants.contoso.id, people.ada.objectId, people.ada.name, people.ada.address, clientId];
    for (const fact of facts) expect(details).not.toContain(fact);
    await signsInAfterAll();
  });
});

describe('signing in again to send an edit', () => {
  beforeEach(async () => {
    await stage.beginSignedIn();
    stage.emulator.faults.set({ expiredToken: { times: null } });
    await deeds.change.act(stage.person);
    await stage.person.readsStatus('Sign in to send 1 edit');
  });

  it('says why it did not work, keeps the edit, and sends it the next time', async () => {
    const window = await openWindow();
    await window.close();
    await stage.person.reads('Sign-in was cancelled.');
    stage.emulator.faults.reset();
    await signInAs(stage.chromium, stage.popup, /Ada Lindqvist/);
    await expect.poll(() => deeds.change.isDone(stage.emulator), { timeout: 10_000 }).toBe(true);
    await stage.person.readsStatus('Saved to Microsoft 365');
  });

  it('sends nothing to another person who signs in instead, and keeps the edit for its owner', async () => {
    const { emulator, person } = stage;
    const bens = emulator.profileOf(emulator.people.ben);
    emulator.faults.reset();
    await signInAs(stage.chromium, stage.popup, /Ben Okafor/);
    await person.row('Igbo').waitFor();
    await person.readsStatus('Saved to Microsoft 365');
    expect(changesOf(emulator)).toEqual([]);
    expect(emulator.profileOf(emulator.people.ben)).toEqual(bens);
    await person.press('Account and settings');
    await person.press('Sign out');
    await signInAs(stage.chromium, stage.popup, /Ada Lindqvist/);
    await expect.poll(() => deeds.change.isDone(emulator), { timeout: 10_000 }).toBe(true);
    expect(changesOf(emulator)).toHaveLength(1);
  });
});
