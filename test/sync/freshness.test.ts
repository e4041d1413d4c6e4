import { describe, expect, it } from 'vitest';
import { aWorld } from '../background/set-up';
import type { World } from '../world/world';

const MINUTE_MS = 60_000;
const requestsOf = ({ service }: World) => service.log.length;
const listRequests = (world: World) => world.service.log.map(({ method, path }) => `${method} ${path}`);

describe('the list', () => {
  it('is read at most four times in an hour in which nobody does anything, but is', async () => {
    const { world } = await aWorld();
    const before = requestsOf(world);
    await world.advance(60 * MINUTE_MS);
    const inAnHour = requestsOf(world) - before;
    expect(inAnHour, listRequests(world).join('\n')).toBeLessThanOrEqual(4);
    expect(inAnHour).toBeGreaterThanOrEqual(1);
  });

  it('is read by the alarm also where the worker was stopped long ago', async () => {
    const { world, page } = await aWorld();
    page.close();
    await world.advance(MINUTE_MS);
    expect(world.worker.isRunning).toBe(false);
    const before = requestsOf(world);
    await world.advance(36 * MINUTE_MS);
    expect(requestsOf(world)).toBe(before + 1);
  });

  it('is read at most twice where the popup is opened ten times in a minute', async () => {
    const { world, page } = await aWorld();
    page.close();
    await world.advance(5 * MINUTE_MS);
    const before = requestsOf(world);
    for (let time = 0; time < 10; time += 1) {
      const popup = world.openPage();
      await world.advance(3_000);
      popup.close();
      await world.advance(3_000);
    }
    expect(requestsOf(world)).toBe(before + 2);
  });

  it('is read at most twice in a minute also where the browser stops the worker in between', async () => {
    const { world, page } = await aWorld();
    page.close();
    await world.advance(5 * MINUTE_MS);
    const before = requestsOf(world);
    for (let time = 0; time < 10; time += 1) {
      const popup = world.openPage();
      await world.advance(2_000);
      popup.close();
      world.worker.kill();
      await world.advance(3_000);
    }
    expect(requestsOf(world)).toBe(before + 2);
  });

  it('is read for whoever opens the popup a few seconds after the last time', async () => {
    const { world } = await aWorld();
    await world.advance(5_000);
    const before = requestsOf(world);
    world.openPage();
    await world.advance(1_000);
    expect(requestsOf(world)).toBe(before + 1);
  });

  it('is not read while the gate is closed', async () => {
    const { world, page } = await aWorld();
    world.identity.held.clear();
    world.identity.renewal = 'needs-sign-in';
    page.act((state) => {
      state.ask('sync/retry');
    });
    await world.advance(1_000);
    const before = requestsOf(world);
    await world.advance(120 * MINUTE_MS);
    world.openPage();
    await world.advance(1_000);
    expect(requestsOf(world)).toBe(before);
  });

  it('is read at once after the clock was set back', async () => {
    const { world } = await aWorld();
    const before = requestsOf(world);
    world.clock.jump(-24 * 60 * MINUTE_MS);
    world.openPage();
    await world.advance(1_000);
    expect(requestsOf(world)).toBe(before + 1);
  });
});
