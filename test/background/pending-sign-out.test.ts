import { describe, expect, it } from 'vitest';
import { pendingSignOut } from '../../src/storage/pending-sign-out';
import { readStored } from '../../src/storage/stored';
import type { Page } from '../world/page';
import { ask, editsIn, leaveOnceSent, offlineWithAnEdit, stay, tagsOf } from './set-up';

/** What takes it back. */
const TAKEN_BACK: [string, (page: Page) => void][] = [
  ['staying', stay],
  [
    'a sign-in',
    (page) => {
      ask(page, 'session/sign-in');
    },
  ],
];

describe('a sign-out that sends first', () => {
  it('is over once everything is sent, also where the popup was closed', async () => {
    const { world, page } = await offlineWithAnEdit();
    world.service.fateOf = () => ({});
    leaveOnceSent(page);
    page.close();
    await world.advance(60_000);
    expect(tagsOf(world)).toContain('cy-GB');
    expect([world.local.record, world.mirror.record]).toEqual([{}, {}]);
  });

  it('does not come about where that does not work, and keeps everything', async () => {
    const { world, page } = await offlineWithAnEdit();
    leaveOnceSent(page);
    await world.advance(60_000);
    expect(page.view().page.account?.key).toBe(world.account.key);
    expect(editsIn(world.local.record)).toHaveLength(1);
    world.service.fateOf = () => ({});
    await world.advance(20 * 60_000);
    expect([tagsOf(world).includes('cy-GB'), page.view().page.account?.key]).toEqual([
      true,
      world.account.key,
    ]);
  });

  it('is gone on with where the worker is stopped in the middle of it', async () => {
    const { world, page } = await offlineWithAnEdit();
    world.service.fateOf = () => ({ latencyMs: 5_000 });
    leaveOnceSent(page);
    await world.advance(1_000);
    page.close();
    world.worker.kill();
    world.worker.start();
    await world.advance(5 * 60_000);
    expect(tagsOf(world)).toContain('cy-GB');
    expect([world.local.record, world.mirror.record]).toEqual([{}, {}]);
  });

  it.each(TAKEN_BACK)('is taken back by %s while no worker runs, too', async (_, takeBack) => {
    const { world, page } = await offlineWithAnEdit();
    const other = world.openPage();
    await world.advance(1_000);
    world.service.fateOf = () => ({ latencyMs: 5_000 });
    world.identity.nextSignIn = world.account;
    leaveOnceSent(page);
    page.close();
    await world.advance(1_000);
    world.worker.kill();
    takeBack(other);
    await world.advance(120_000);
    expect(other.view().page.account?.key).toBe(world.account.key);
    expect(tagsOf(world)).toContain('cy-GB');
  });

  it('ends the session with Microsoft also where a later worker goes on with it', async () => {
    const { world, page } = await offlineWithAnEdit();
    world.service.fateOf = () => ({ latencyMs: 5_000 });
    leaveOnceSent(page, true);
    await world.advance(1_000);
    world.worker.kill();
    world.worker.start();
    await world.advance(60_000);
    expect([world.shown.tabs.length, page.view().page.account]).toEqual([1, null]);
  });

  it('does not come about days later', async () => {
    const { world, page } = await offlineWithAnEdit();
    leaveOnceSent(page);
    await world.settle();
    world.worker.kill();
    world.worker.isHeldBack = true;
    await world.advance(3 * 24 * 3_600_000);
    world.worker.isHeldBack = false;
    world.service.fateOf = () => ({});
    world.worker.start();
    await world.advance(60_000);
    expect(page.view().page.account?.key).toBe(world.account.key);
    expect(pendingSignOut(world.account.key).key in world.local.record).toBe(false);
  });

  it('that did not come about does not where that could not be stored, either', async () => {
    const { world, page } = await offlineWithAnEdit();
    const stored = pendingSignOut(world.account.key);
    world.local.trouble = ({ verb }) =>
      verb === 'set' && readStored(world.local.record, stored)?.status === 'sending' ? 'quota' : null;
    leaveOnceSent(page);
    await world.advance(60_000);
    world.local.trouble = () => null;
    world.service.fateOf = () => ({});
    world.worker.kill();
    world.worker.start();
    await world.advance(20 * 60_000);
    expect(page.view().page.account?.key).toBe(world.account.key);
  });

  it('leaves no word of it behind once everything is sent', async () => {
    const { world, page } = await offlineWithAnEdit();
    leaveOnceSent(page);
    await world.advance(60_000);
    world.service.fateOf = () => ({});
    await world.advance(20 * 60_000);
    world.worker.kill();
    world.worker.start();
    await world.settle();
    expect(pendingSignOut(world.account.key).key in world.local.record).toBe(false);
    expect(page.view().page.account?.key).toBe(world.account.key);
  });

  it('says so to whoever looks next where it did not come about, until they stay', async () => {
    const { world, page } = await offlineWithAnEdit();
    leaveOnceSent(page);
    page.close();
    await world.advance(60_000);
    const next = world.openPage();
    await world.advance(1_000);
    const stored = pendingSignOut(world.account.key);
    expect(readStored(next.view().page.record, stored)?.status).toBe('not-all-sent');
    stay(next);
    await world.advance(1_000);
    expect(stored.key in world.local.record).toBe(false);
  });

  it.each(TAKEN_BACK)('is taken back by %s', async (_, takeBack) => {
    const { world, page } = await offlineWithAnEdit();
    world.service.fateOf = () => ({ latencyMs: 5_000 });
    world.identity.nextSignIn = 'cancelled';
    leaveOnceSent(page);
    await world.advance(1_000);
    takeBack(page);
    await world.advance(60_000);
    expect(tagsOf(world)).toContain('cy-GB');
    expect(page.view().page.account?.key).toBe(world.account.key);
    // No later worker goes on with it either.
    world.worker.kill();
    world.worker.start();
    await world.advance(60_000);
    expect(page.view().page.account?.key).toBe(world.account.key);
  });
});
