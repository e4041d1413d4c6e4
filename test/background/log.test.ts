import { describe, expect, it } from 'vitest';
import { log, type LogEntry } from '../../src/storage/log-entry';
import { readStored } from '../../src/storage/stored';
import { anAccount } from '../support/builders';
import { DEEDS } from '../world/deeds';
import { refusal } from '../world/service-routes';
import type { World } from '../world/world';
import { ask, aWorld, signOut, tagsOf } from './set-up';

const entriesOf = ({ session }: World): LogEntry[] => readStored({ ...session.record }, log) ?? [];
const toldBy = (world: World) => entriesOf(world).map(({ what, outcome }) => `${what} ${outcome}`);

describe('the log', () => {
  it('has what was asked of Microsoft and how it ended, with what support finds it by', async () => {
    const { world, page } = await aWorld();
    world.service.fateOf = ({ method }) =>
      method === 'POST'
        ? { executes: false, answer: () => refusal(429, 'TooManyRequests', { 'retry-after': '30' }) }
        : {};
    page.act(DEEDS.add.act);
    await world.advance(2_000);
    expect(toldBy(world)).toEqual(['list ok', 'create throttled']);
    const [list, create] = entriesOf(world);
    expect(list?.clientRequestId).toMatch(/^[\da-f-]{36}$/);
    const { status, serviceCode, waitMs, tookMs } = create ?? {};
    expect([status, serviceCode, waitMs]).toEqual([429, 'TooManyRequests', 30_000]);
    expect(tookMs).toBeGreaterThan(0);
  });

  it('outlives the worker', async () => {
    const { world, page } = await aWorld();
    world.worker.kill();
    page.act(DEEDS.add.act);
    await world.advance(2_000);
    expect(toldBy(world)).toEqual(['list ok', 'create ok', 'list ok']);
  });

  it('tells why a sign-in and a renewal failed, also before anybody is signed in', async () => {
    const { world, page } = await aWorld({ isSignedIn: false });
    world.identity.nextSignIn = 'blocked';
    ask(page, 'session/sign-in');
    await world.advance(1_000);
    world.identity.nextSignIn = anAccount();
    ask(page, 'session/sign-in');
    await world.advance(1_000);
    world.identity.held.clear();
    world.identity.renewal = 'needs-sign-in';
    page.act(DEEDS.add.act);
    await world.advance(1_000);
    const signIns = toldBy(world).filter((told) => /^(?:sign-in|token)/.test(told));
    expect(signIns).toEqual(['sign-in blocked', 'sign-in ok', 'token needs-sign-in']);
  });

  it('goes on where the same person signs in again', async () => {
    const { world, page } = await aWorld();
    world.identity.nextSignIn = anAccount();
    ask(page, 'session/sign-in');
    await world.advance(2_000);
    expect(toldBy(world).slice(0, 2)).toEqual(['list ok', 'sign-in ok']);
  });

  it('is of whoever is signed in: a sign-out and another account leave nothing of it', async () => {
    const other = anAccount({ key: 'B'.repeat(22), organisation: 'Fabrikam' });
    const { world, page } = await aWorld({ accounts: [anAccount(), other] });
    const before = entriesOf(world).map(({ clientRequestId }) => clientRequestId);
    expect(before).toHaveLength(1);
    world.identity.nextSignIn = other;
    ask(page, 'session/sign-in');
    await world.advance(2_000);
    const after = entriesOf(world).map(({ clientRequestId }) => clientRequestId);
    expect(after.length).toBeGreaterThan(0);
    expect(after).not.toContain(before[0]);
    ask(page, 'sync/retry');
    // In the middle of that request.
    await world.advance(20);
    signOut(page);
    await world.advance(60_000);
    expect(world.session.record).toEqual({});
  });

  it('that cannot be written stops nothing', async () => {
    const { world, page } = await aWorld();
    world.session.trouble = ({ keys }) => (keys.includes(log.key) ? 'quota' : null);
    page.act(DEEDS.add.act);
    await world.advance(2_000);
    expect(tagsOf(world)).toContain('cy-GB');
    signOut(page);
    await world.advance(2_000);
    expect(world.local.record).toEqual({});
  });
});
