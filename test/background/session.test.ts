import { describe, expect, it } from 'vitest';
import { editPrefix, gate, signInStatus } from '../../src/storage/catalogue';
import { toRecord } from '../../src/storage/stored';
import { anAccount } from '../support/builders';
import { DEEDS } from '../world/deeds';
import { createWorld } from '../world/world';
import { aWorld, ask, atEveryStep, editsIn, tagsOf } from './set-up';

describe('the worker', () => {
  it.each([
    ['at the next event', 'onInstalled'],
    ['a minute later', null],
  ] as const)('that could not read storage begins again %s', async (_, event) => {
    const world = createWorld();
    world.local.trouble = ({ worker }) => (worker > 0 ? 'generic' : null);
    world.worker.start();
    await world.advance(1_000);
    expect(world.reports).not.toEqual([]);
    world.local.trouble = () => null;
    if (event) world.worker.tell(event);
    await world.advance(event ? 1_000 : 61_000);
    expect(world.service.log.map(({ method }) => method)).toEqual(['GET']);
  });

  it('copies an edit into the mirror while the gate is closed, before it is sent', async () => {
    const { world, page } = await aWorld();
    world.service.fateOf = () => ({ executes: false });
    ask(page, 'sync/look');
    await world.advance(200);
    page.act(DEEDS.add.act);
    await world.settle();
    expect(world.service.log.some(({ method }) => method === 'POST')).toBe(false);
    expect(editsIn(world.mirror.record)).toEqual(editsIn(world.local.record));
  });

  it('restores at its start an edit that storage has lost', async () => {
    const { world, page } = await aWorld();
    world.service.fateOf = () => ({ executes: false });
    page.act(DEEDS.change.act);
    await world.advance(1_000);
    world.worker.kill();
    const [key = ''] = editsIn(world.local.record);
    world.local.write({ [key]: undefined });
    world.service.fateOf = () => ({});
    world.worker.start();
    await world.advance(30_000);
    const irish = world.service.profileOf(world.account.key).find(({ tag }) => tag === 'ga-IE');
    expect(irish?.spoken).toBe('fullProfessional');
  });

  it('discards what cannot be read, for good, when the person says so', async () => {
    const { world, page } = await aWorld();
    const key = `${editPrefix(world.account.key)}broken`;
    world.local.write({ [key]: '{' });
    world.mirror.write({ [key]: '{' });
    ask(page, 'sync/discard-unreadable');
    await world.settle();
    expect([world.local.record[key], world.mirror.record[key]]).toEqual([undefined, undefined]);
  });

  it('says so where what cannot be read could not be discarded', async () => {
    const { world, page } = await aWorld();
    const key = `${editPrefix(world.account.key)}broken`;
    world.local.write({ [key]: '{' });
    world.mirror.trouble = ({ verb }) => (verb === 'remove' ? 'generic' : null);
    const failures: unknown[] = [];
    page.act((popup) => {
      popup.failure.subscribe((failure) => failures.push(failure?.code));
      popup.ask('sync/discard-unreadable');
    });
    await world.settle();
    expect([failures.at(-1), world.local.record[key]]).toEqual(['not-done', '{']);
  });

  it.each(['{', '{"version":2,"value":{"code":"throttled","untilMs":9}}'])(
    'asks for nothing for five minutes where it cannot read how long it shall wait: %s',
    async (text) => {
      const { world, page } = await aWorld();
      world.local.write({ [gate(world.account.key).key]: text });
      const requests = world.service.log.length;
      page.act(DEEDS.add.act);
      ask(page, 'sync/retry');
      await world.advance(299_000);
      expect(world.service.log).toHaveLength(requests);
      await world.advance(31_000);
      expect(tagsOf(world)).toContain('cy-GB');
    },
  );
});

describe('sign-in', () => {
  it('sends what waited for it', async () => {
    const { world, page } = await aWorld();
    world.service.expireTokens(world.account.key);
    world.identity.renewal = 'needs-sign-in';
    page.act(DEEDS.add.act);
    await world.advance(5_000);
    expect(page.view().status?.action).toBe('sign-in');
    world.identity.nextSignIn = anAccount({ organisation: null });
    ask(page, 'session/sign-in');
    await world.advance(5_000);
    expect(tagsOf(world)).toContain('cy-GB');
    expect(page.view().page.account?.organisation).toBe('Contoso');
  });

  it('as somebody else is followed by their edits, whatever wakes the worker in the middle of it', async () => {
    const other = anAccount({ key: 'B'.repeat(22) });
    const sent = await atEveryStep(async (at) => {
      const { world, page } = await aWorld({ accounts: [anAccount(), other] });
      world.identity.nextSignIn = other;
      at(world, () => {
        world.worker.tell('onStartup');
      });
      ask(page, 'session/sign-in');
      await world.advance(5_000);
      page.act(DEEDS.add.act);
      await world.advance(5_000);
      return world.service.profileOf(other.key).map(({ tag }) => tag);
    });
    expect(new Set(sent.map(String))).toEqual(new Set(['cy-GB']));
  });

  it('may be begun again where a worker was stopped in the middle of it', async () => {
    const world = createWorld({ isSignedIn: false });
    world.local.write(toRecord(signInStatus, { status: 'running' }));
    const page = world.openPage();
    await world.settle();
    expect(page.view().page.signIn.status).toBe('idle');
  });

  it('is neither taken for a lost one nor robbed of its tokens by whatever wakes the worker', async () => {
    const ends = await atEveryStep(async (at) => {
      const world = createWorld({ isSignedIn: false });
      const { local, identity, account, worker } = world;
      local.trouble = ({ worker: by }) => (by > 0 ? 'generic' : null);
      const page = world.openPage();
      await world.settle();
      local.trouble = () => null;
      identity.nextSignIn = account;
      at(world, () => {
        worker.tell('onStartup');
      });
      ask(page, 'session/sign-in');
      await world.advance(50);
      const { status } = page.view().page.signIn;
      await world.advance(5_000);
      return [status, page.view().page.account?.key, ...identity.held.keys()];
    });
    expect(new Set(ends.map(String))).toEqual(new Set([`running,${'A'.repeat(22)},${'A'.repeat(22)}`]));
  });
});

describe('an update', () => {
  it('waits in Firefox until nothing is on its way', async () => {
    const { world, page } = await aWorld({ semantics: 'firefox' });
    page.act(DEEDS.add.act);
    await world.advance(150);
    const before = world.worker.started;
    world.worker.tell('onUpdateAvailable');
    await world.settle();
    expect(world.worker.started).toBe(before);
    await world.advance(10_000);
    expect(world.worker.started).toBe(before + 1);
    expect(tagsOf(world).filter((tag) => tag === 'cy-GB')).toHaveLength(1);
  });

  it('waits for the person who is about to sign in, too, but not for ever', async () => {
    const { world, page } = await aWorld({ semantics: 'firefox' });
    const before = world.worker.started;
    world.worker.idleMs = 600_000;
    world.identity.nextSignIn = world.account;
    world.identity.renewalMs = 60_000;
    ask(page, 'session/sign-in');
    world.worker.tell('onUpdateAvailable');
    await world.advance(59_000);
    expect(world.worker.started).toBe(before);
    await world.advance(2_000);
    expect(page.view().page.signIn.status).toBe('idle');
    expect(world.worker.started).toBe(before + 1);
    world.identity.renewalMs = 600_000;
    ask(page, 'session/sign-in');
    world.worker.tell('onUpdateAvailable');
    await world.advance(301_000);
    expect(world.worker.started).toBe(before + 2);
  });
});
