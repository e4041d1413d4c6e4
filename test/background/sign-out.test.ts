import { describe, expect, it } from 'vitest';
import { anAccount } from '../support/builders';
import { DEEDS } from '../world/deeds';
import type { World } from '../world/world';
import { ask, atEveryStep, aWorld, editsIn, signOut, tagsOf } from './set-up';

const OTHER = anAccount({ key: 'B'.repeat(22), organisation: null });

describe('sign-out', () => {
  it('leaves nothing of the account and no alarm, also in the middle of a request', async () => {
    const { world, page } = await aWorld();
    page.act(DEEDS.add.act);
    await world.advance(150);
    signOut(page);
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
      if (point !== 'local.remove' || worker === 0) return;
      // Else it would wake the next worker.
      page.close();
      world.worker.kill();
    };
    signOut(page);
    await world.settle();
    expect([editsIn(world.mirror.record).length, editsIn(world.local.record).length]).toEqual([0, 1]);
  });

  it('that fails says so, and what the person does afterwards is sent', async () => {
    const { world, page } = await aWorld();
    const failures: unknown[] = [];
    world.local.trouble = ({ verb }) => (verb === 'remove' ? 'generic' : null);
    page.act((popup) => {
      popup.failure.subscribe((failure) => failures.push(failure?.code));
    });
    signOut(page);
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
    signOut(page);
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
      signOut(page);
      await world.advance(120_000);
      return Object.keys(world.local.record);
    });
    expect(left.flat()).toEqual([]);
  });

  it('is final for whom the page shows, at any moment of a sign-in, and takes nothing from anybody else', async () => {
    const told = await atEveryStep(async (at) => {
      const { world, page } = await aWorld({ accounts: [anAccount(), OTHER] });
      world.service.fateOf = () => ({ executes: false });
      page.act(DEEDS.add.act);
      await world.advance(3_000);
      const kept = await keepEditsFor(world, OTHER.key);
      world.identity.nextSignIn = OTHER;
      let left = '';
      at(world, () => {
        left = page.view().page.account?.key ?? '';
        signOut(page);
      });
      ask(page, 'session/sign-in');
      await world.advance(50);
      world.worker.tell('onStartup');
      await world.advance(120_000);
      const leaks = [...Object.keys(world.local.record), ...world.identity.held.keys()].filter((key) =>
        key.includes(left),
      );
      const isRobbed = left !== OTHER.key && !kept.every((key) => key in world.local.record);
      return { left, leaks: left === '' ? [] : leaks, isRobbed };
    });
    expect(told.filter(({ leaks, isRobbed }) => leaks.length > 0 || isRobbed)).toEqual([]);
    expect(new Set(told.map(({ left }) => left))).toEqual(new Set([anAccount().key, OTHER.key]));
  });

  it('does not end a sign-in that is begun while it clears away', async () => {
    const told = await atEveryStep(async (at) => {
      const { world, page } = await aWorld();
      world.identity.nextSignIn = world.account;
      const asked: string[] = [];
      at(world, () => {
        if (page.view().page.account !== null) return;
        asked.push('sign-in');
        ask(page, 'session/sign-in');
      });
      signOut(page);
      await world.advance(5_000);
      return asked.length > 0 ? [page.view().page.account?.key, world.identity.held.size] : [];
    });
    const asked = told.filter(({ length }) => length > 0);
    expect(asked.length).toBeGreaterThan(3);
    for (const each of asked) expect(each).toEqual([anAccount().key, 1]);
  });

  it('leaves a window open for another account, and who goes on there is signed in', async () => {
    const { world, page } = await aWorld({ accounts: [anAccount(), OTHER] });
    Object.assign(world.identity, { nextSignIn: OTHER, renewalMs: 10_000 });
    ask(page, 'session/sign-in');
    await world.advance(1_000);
    signOut(page);
    await world.advance(1_000);
    expect(page.view().page.account).toBeNull();
    // It joins the window that is open, and says so.
    ask(page, 'session/sign-in');
    await world.advance(1_000);
    expect(page.view().page.signIn.status).toBe('running');
    await world.advance(20_000);
    expect([page.view().page.account?.key, page.view().page.signIn.status]).toEqual([OTHER.key, 'idle']);
  });

  it('that was cut short after the account was gone has its tokens forgotten at the next start', async () => {
    const { world, page } = await aWorld();
    world.onStep = ({ point, worker }) => {
      if (point === 'token' && worker > 0) world.worker.kill();
    };
    signOut(page);
    await world.settle();
    expect([world.local.record, world.identity.held.size]).toEqual([{}, 1]);
    world.onStep = () => undefined;
    world.worker.start();
    await world.settle();
    expect(world.identity.held.size).toBe(0);
  });
});

/** Gives the other account edits that were kept for its next sign-in: copies of those that wait. */
async function keepEditsFor(world: World, accountKey: string): Promise<string[]> {
  const copies = editsIn(world.local.record).map((key): [string, string] => {
    const rename = (text: string) => text.replaceAll(world.account.key, accountKey);
    return [rename(key), rename(String(world.local.record[key]))];
  });
  world.local.write(Object.fromEntries(copies));
  world.mirror.write(Object.fromEntries(copies));
  await world.settle();
  return copies.map(([key]) => key);
}
