import { beforeEach, describe, expect, it } from 'vitest';
import { changesOf } from './support/changes';
import { deeds } from './support/deeds';
import { dumpOf } from './support/dump';
import { signInAs } from './support/signed-in';
import { useStage } from './support/stage';
import { editOffline, fromMenu, SIGNED_OUT } from './support/unsent';

const stage = useStage();

describe('whoever signs out', () => {
  beforeEach(() => stage.beginSignedIn());

  it('leaves nothing behind that tells who it was', async () => {
    const { chromium, emulator, person } = stage;
    const { ada } = emulator.people;
    await deeds.add.act(person);
    await person.readsStatus('Saved to Microsoft 365');
    const before = await dumpOf(chromium);
    const [key = ''] = /a\/[\w-]{22}\//.exec(before) ?? [];
    const secrets = [key, ada.name, ada.address, ada.objectId, ada.tenant.id, 'Contoso', 'ja-JP', 'eyJ'];
    const expected = secrets.filter((secret) => secret !== ada.objectId);
    expect(secrets.filter((secret) => before.includes(secret))).toEqual(expected);
    await fromMenu(stage, 'Sign out');
    await person.reads(SIGNED_OUT);
    const after = await dumpOf(chromium);
    expect(secrets.filter((secret) => after.includes(secret))).toEqual([]);
    expect(JSON.parse(after)).toMatchObject({
      badge: '',
      title: 'Profile Languages',
      alarms: [],
      mirror: {},
    });
  });

  it('is told why an edit cannot be sent now, and is signed out once it is', async () => {
    const { chromium, emulator, person, popup } = stage;
    await editOffline(stage);
    await fromMenu(stage, 'Sign out');
    await person.press('Send now');
    const words = 'Not everything could be sent, so you are still signed in. Offline: 1 edit waiting';
    await popup.getByRole('alert').getByText(words).waitFor();
    emulator.faults.reset();
    await person.press('Send now');
    await person.reads(SIGNED_OUT);
    expect(deeds.change.isDone(emulator)).toBe(true);
    expect(await dumpOf(chromium)).not.toMatch(/a\/[\w-]{22}\//);
  });

  it('finds what was kept sent at the next sign-in, also after the worker was stopped', async () => {
    const { chromium, emulator, person, popup } = stage;
    await editOffline(stage);
    await fromMenu(stage, 'Sign out');
    await person.press('Keep for my next sign-in');
    await person.reads(SIGNED_OUT);
    const dump = await dumpOf(chromium);
    for (const secret of ['Ada', 'Contoso', 'eyJ', '/snapshot', '"account"'])
      expect(dump).not.toContain(secret);
    await chromium.stopWorker();
    emulator.faults.reset();
    await signInAs(chromium, popup, /Ada Lindqvist/);
    await expect.poll(() => deeds.change.isDone(emulator), { timeout: 10_000 }).toBe(true);
    expect(changesOf(emulator)).toHaveLength(1);
  });

  it('can end the session with Microsoft as well', async () => {
    const { chromium, person, popup } = stage;
    await fromMenu(stage, 'Sign out of Microsoft, too');
    const opening = chromium.nextWindow();
    await popup.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
    const tab = await opening;
    await tab.getByRole('heading', { name: 'You signed out' }).waitFor();
    await tab.close();
    await person.reads(SIGNED_OUT);
  });
});

describe('whoever uses another account', () => {
  beforeEach(() => stage.beginSignedIn());

  it('sends nobody’s edits with the token of somebody else', async () => {
    const { chromium, emulator, person, popup } = stage;
    const { ada, ben } = emulator.people;
    const bens = emulator.profileOf(ben);
    await editOffline(stage);
    // Else Ada's edit might go its way, rightly, before Ben has signed in.
    await person.press('Account and settings');
    await signInAs(chromium, popup, /Ben Okafor/);
    await popup.getByText(`${ben.tenant.domain} · ${ben.address}`).waitFor();
    const asBen = emulator.log.length;
    emulator.faults.reset();
    await person.refresh();
    await person.row('Igbo').waitFor();
    await person.readsStatus('Saved to Microsoft 365');
    expect(callersSince(asBen)).toEqual([ben.objectId]);
    const dump = await dumpOf(chromium);
    for (const secret of ['Ada', ada.address, 'Welsh']) expect(dump).not.toContain(secret);
    const asAda = emulator.log.length;
    await person.press('Account and settings');
    await signInAs(chromium, popup, /Ada Lindqvist/);
    await expect.poll(() => deeds.change.isDone(emulator), { timeout: 10_000 }).toBe(true);
    await person.readsStatus('Saved to Microsoft 365');
    expect(callersSince(asAda)).toEqual([ada.objectId]);
    expect(emulator.profileOf(ben)).toEqual(bens);
    expect(changesOf(emulator)).toHaveLength(1);
    const writes = emulator.log.filter(({ server, method }) => server === 'graph' && method === 'PATCH');
    expect(writes.map(({ caller }) => caller)).toEqual([ada.objectId]);
  });

  it('stays as they are where they think better of it', async () => {
    const { chromium, person } = stage;
    const opening = chromium.nextWindow();
    await fromMenu(stage, 'Use another account');
    const window = await opening;
    await person.reads('Finish signing in in the window that opened.');
    await window.close();
    await stage.popup.getByText('Finish signing in').waitFor({ state: 'detached' });
    expect(await stage.popup.getByRole('alert').count()).toBe(0);
    await person.row('Japanese').waitFor();
    await person.readsStatus('Saved to Microsoft 365');
  });
});

/** Whose tokens were accepted in the exchanges from a place in the log on, each once. */
function callersSince(place: number): unknown[] {
  const { log } = stage.emulator;
  return [...new Set(log.slice(place).flatMap(({ caller }) => caller ?? []))];
}
