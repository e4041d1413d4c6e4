import { describe, expect, it } from 'vitest';
import { editPrefix } from '../../src/storage/catalogue';
import { anAccount } from '../support/builders';
import { DEEDS, seedProfile } from '../world/deeds';
import type { Page } from '../world/page';
import { createWorld, type World, type WorldOptions } from '../world/world';

/** A world with an open popup that shows a profile. */
async function aWorld(options: WorldOptions = {}): Promise<{ world: World; page: Page }> {
  const world = createWorld(options);
  seedProfile(world);
  const page = world.openPage();
  await world.advance(1_000);
  return { world, page };
}

const editsIn = (record: object) => Object.keys(record).filter((key) => key.includes('/edit/'));
const tagsOf = ({ service, account }: World) => service.profileOf(account.key).map(({ tag }) => tag);

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
    page.act((popup) => {
      popup.ask('sync/refresh');
    });
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
    page.act((popup) => {
      popup.ask('sync/discard-unreadable');
    });
    await world.settle();
    expect([world.local.record[key], world.mirror.record[key]]).toEqual([undefined, undefined]);
  });
});

describe('sign-out', () => {
  it('leaves nothing of the account and no alarm, also in the middle of a request', async () => {
    const { world, page } = await aWorld();
    page.act(DEEDS.add.act);
    await world.advance(150);
    page.act((popup) => {
      popup.ask('session/sign-out');
    });
    await world.advance(120_000);
    expect(world.local.record).toEqual({});
    expect([world.mirror.record, [...world.alarms.dueMs]]).toEqual([{}, []]);
  });

  it('takes the mirror along before anything else', async () => {
    const { world, page } = await aWorld();
    world.service.fateOf = () => ({ executes: false });
    page.act(DEEDS.remove.act);
    await world.advance(100);
    world.onStep = ({ point, worker }) => {
      if (point === 'local.remove' && worker > 0) world.worker.kill();
    };
    page.act((popup) => {
      popup.ask('session/sign-out');
    });
    await world.settle();
    expect([editsIn(world.mirror.record).length, editsIn(world.local.record).length]).toEqual([0, 1]);
  });
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
    page.act((popup) => {
      popup.ask('session/sign-in');
    });
    await world.advance(5_000);
    expect(tagsOf(world)).toContain('cy-GB');
    expect(page.view().page.account?.organisation).toBe('Contoso');
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
});
