import { describe, expect, it } from 'vitest';
import * as catalogue from '../../src/storage/catalogue';
import { anAccount } from '../support/builders';
import { DEEDS } from '../world/deeds';
import { DISCARD, aWorld, ask, atEveryStep, editsIn, tagsOf } from './set-up';

const OTHER = anAccount({ key: 'B'.repeat(22), organisation: null });

describe('sign-out', () => {
  it('leaves nothing of the account and no alarm, also in the middle of a request', async () => {
    const { world, page } = await aWorld();
    page.act(DEEDS.add.act);
    await world.advance(150);
    ask(page, 'session/sign-out', DISCARD);
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
    ask(page, 'session/sign-out', DISCARD);
    await world.settle();
    expect([editsIn(world.mirror.record).length, editsIn(world.local.record).length]).toEqual([0, 1]);
  });

  it('that fails says so, and what the person does afterwards is sent', async () => {
    const { world, page } = await aWorld();
    const failures: unknown[] = [];
    world.local.trouble = ({ verb }) => (verb === 'remove' ? 'generic' : null);
    page.act((popup) => {
      popup.failure.subscribe((failure) => failures.push(failure?.code));
      popup.ask('session/sign-out', DISCARD);
    });
    await world.settle();
    expect(failures.at(-1)).toBe('not-done');
    world.local.trouble = () => null;
    page.act(DEEDS.add.act);
    await world.advance(5_000);
    expect(tagsOf(world)).toContain('cy-GB');
  });

  it('that fails has somebody look after it, although nothing else happens', async () => {
    const { world, page } = await aWorld();
    page.act(DEEDS.add.act);
    world.local.trouble = ({ verb }) => (verb === 'remove' ? 'generic' : null);
    ask(page, 'session/sign-out', DISCARD);
    await world.settle();
    world.local.trouble = () => null;
    await world.advance(61_000);
    expect(tagsOf(world)).toContain('cy-GB');
  });

  it('leaves nothing of what another popup stores at any moment of it', async () => {
    const left = await atEveryStep(async (at) => {
      const { world, page } = await aWorld();
      const other = world.openPage();
      await world.advance(1_000);
      at(world, () => {
        other.act(DEEDS.add.act);
      });
      ask(page, 'session/sign-out', DISCARD);
      await world.advance(120_000);
      return Object.keys(world.local.record);
    });
    expect(left.flat()).toEqual([]);
  });

  it('is final at any moment of a sign-in', async () => {
    const left = await atEveryStep(async (at) => {
      const { world, page } = await aWorld({ accounts: [anAccount(), OTHER] });
      world.identity.nextSignIn = OTHER;
      at(world, () => {
        ask(page, 'session/sign-out', DISCARD);
      });
      ask(page, 'session/sign-in');
      await world.advance(50);
      world.worker.tell('onStartup');
      await world.advance(120_000);
      return [...Object.keys(world.local.record), ...world.identity.held.keys()];
    });
    expect(left.flat().filter((key) => key !== catalogue.signInStatus.key)).toEqual([]);
  });

  it('that was cut short after the account was gone has its tokens forgotten at the next start', async () => {
    const { world, page } = await aWorld();
    world.onStep = ({ point, worker }) => {
      if (point === 'token' && worker > 0) world.worker.kill();
    };
    ask(page, 'session/sign-out', DISCARD);
    await world.settle();
    expect([world.local.record, world.identity.held.size]).toEqual([{}, 1]);
    world.onStep = () => undefined;
    world.worker.start();
    await world.settle();
    expect(world.identity.held.size).toBe(0);
  });
});
