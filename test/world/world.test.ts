import { describe, expect, it } from 'vitest';
import { DEEDS, seedProfile } from './deeds';
import { createWorld, type World } from './world';

/** A story with some of everything: a lost answer, a kill, another device, a full storage. */
async function tell(world: World): Promise<void> {
  seedProfile(world);
  const page = world.openPage();
  await world.advance(1_000);
  world.service.fateOf = ({ method }) => (method === 'POST' ? { answer: 'lost' } : {});
  page.act(DEEDS.add.act);
  await world.advance(150);
  world.worker.kill();
  world.service.elsewhere.add(world.account.key, { displayName: 'Irish', tag: 'ga-IE' });
  world.local.trouble = ({ verb, worker }) => (verb === 'set' && worker === 0 ? 'quota' : null);
  page.act(DEEDS.another.act);
  await world.settle();
  world.local.trouble = () => null;
  await world.advance(400_000);
}

describe('a simulated world', () => {
  it('takes a language from a click to the profile', async () => {
    const world = createWorld();
    const page = world.openPage();
    await world.advance(1_000);
    page.act(DEEDS.add.act);
    await world.advance(2_000);
    expect(world.service.profileOf(world.account.key).map(({ tag }) => tag)).toEqual(['cy-GB']);
    expect(page.view()).toMatchObject({ status: { tone: 'good' }, lines: [{ progress: 'saved' }] });
    expect(world.clicks).toMatchObject([{ state: 'kept' }]);
    expect(world.reports).toEqual([]);
  });

  it('is the same again for the same seed', async () => {
    const worlds = [createWorld({ seed: 7 }), createWorld({ seed: 7 })] as const;
    for (const world of worlds) await tell(world);
    const [one, other] = worlds;
    expect(one.service.log.length).toBeGreaterThan(3);
    expect(one.service.log).toEqual(other.service.log);
    expect(one.local.record).toEqual(other.local.record);
    expect(one.clicks).toMatchObject([{ state: 'kept' }, { state: 'refused' }]);
    expect(one.clicks).toEqual(other.clicks);
  });

  it('stops an idle worker, and starts one for a click', async () => {
    const world = createWorld();
    const page = world.openPage();
    await world.advance(40_000);
    expect(world.worker.isRunning).toBe(false);
    page.act(DEEDS.add.act);
    await world.settle();
    expect(world.worker.isRunning).toBe(true);
  });

  it('lets nothing happen that a stopped worker asks for', async () => {
    const world = createWorld();
    const page = world.openPage();
    await world.advance(1_000);
    world.onStep = ({ point, phase, about }) => {
      if (point === 'fetch' && phase === 'before' && about[0]?.startsWith('POST')) world.worker.kill();
    };
    page.act(DEEDS.add.act);
    await world.advance(20_000);
    expect(world.service.log.some(({ method }) => method === 'POST')).toBe(false);
  });

  it.each([
    ['chromium', 1],
    ['firefox', 0],
  ] as const)('keeps or loses a write of a closed popup as %s does', async (semantics, kept) => {
    const world = createWorld({ semantics, losesWrite: () => true });
    const page = world.openPage();
    await world.advance(1_000);
    page.act(DEEDS.add.act);
    page.close();
    await world.advance(2_000);
    expect(world.service.executions).toHaveLength(kept);
    expect(world.clicks).toMatchObject([{ state: 'asked' }]);
  });
});
