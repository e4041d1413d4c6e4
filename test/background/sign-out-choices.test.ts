import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/identity/account';
import { pendingSignOut } from '../../src/storage/pending-sign-out';
import { readStored } from '../../src/storage/stored';
import { anAccount } from '../support/builders';
import { DEEDS } from '../world/deeds';
import type { Page } from '../world/page';
import { ask, atEveryStep, aWorld, editsIn, leaveOnceSent, signOut, stay, tagsOf } from './set-up';

const OTHER = anAccount({ key: 'B'.repeat(22), organisation: null });

describe('a sign-out that keeps what is not sent', () => {
  const keep = { unsent: 'keep' } as const;

  it('leaves the edit in both copies, and nothing else of the account', async () => {
    const { world, page } = await offlineWithAnEdit();
    signOut(page, keep);
    await world.advance(120_000);
    const [key = '', ...others] = Object.keys(world.local.record).filter(isNoGate);
    expect([key, others]).toEqual([expect.stringMatching(/^a\/A{22}\/edit\//), []]);
    expect(world.mirror.record).toEqual({ [key]: world.local.record[key] });
    expect([...world.identity.held.keys(), ...world.alarms.dueMs.keys()]).toEqual([]);
  });

  it('has it sent at the next sign-in of the same person, and by nobody else’s', async () => {
    const { world, page } = await offlineWithAnEdit([anAccount(), OTHER]);
    signOut(page, keep);
    await world.advance(1_000);
    world.service.fateOf = () => ({});
    for (const who of [OTHER, world.account]) {
      expect(tagsOf(world)).not.toContain('cy-GB');
      world.identity.nextSignIn = who;
      ask(page, 'session/sign-in');
      await world.advance(60_000);
    }
    expect(tagsOf(world)).toContain('cy-GB');
    expect(world.service.profileOf(OTHER.key)).toEqual([]);
  });

  it('keeps what another popup stores at any moment of it', async () => {
    const left = await atEveryStep(async (at) => {
      const { world, page } = await aWorld();
      const other = world.openPage();
      await world.advance(1_000);
      world.service.fateOf = () => ({ executes: false });
      at(world, () => {
        other.act(DEEDS.add.act);
      });
      signOut(page, keep);
      await world.advance(120_000);
      const isKept = world.clicks.every(({ state }) => state === 'kept');
      return isKept && editsIn(world.local.record).length < world.clicks.length ? 'lost' : 'kept';
    });
    expect(new Set(left)).toEqual(new Set(['kept']));
  });
});

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

  it.each<[string, (page: Page) => void]>([
    ['staying', stay],
    [
      'a sign-in',
      (page) => {
        ask(page, 'session/sign-in');
      },
    ],
  ])('is taken back by %s while no worker runs, too', async (_, takeBack) => {
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

  it.each<[string, (page: Page) => void]>([
    ['staying', stay],
    [
      'a sign-in',
      (page) => {
        ask(page, 'session/sign-in');
      },
    ],
  ])('is taken back by %s', async (_, takeBack) => {
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

describe('a sign-out of Microsoft, too', () => {
  const tenant = `http://127.0.0.1:4011/${anAccount().tenantId}`;

  it.each([
    ['by its opaque hint', { loginHint: 'opaque' }, '?logout_hint=opaque'],
    ['without its address, which the browser would remember', { loginHint: anAccount().username }, ''],
  ])('opens where Microsoft ends its session for the account, %s', async (_, given, query) => {
    const { world, page } = await aWorld({ accounts: [anAccount({ cloud: 'local', ...given })] });
    signOut(page, { unsent: 'discard', ofMicrosoft: true });
    await world.advance(1_000);
    expect(world.shown.tabs).toEqual([`${tenant}/oauth2/v2.0/logout${query}`]);
    expect(world.local.record).toEqual({});
  });

  it('opens nothing for whoever stays, and nothing after a plain sign-out', async () => {
    const { world, page } = await offlineWithAnEdit();
    leaveOnceSent(page, true);
    await world.advance(60_000);
    signOut(page);
    await world.advance(60_000);
    expect([world.shown.tabs, world.local.record]).toEqual([[], {}]);
  });
});

/** What the browser keeps after a sign-out is no help to whoever looks for the person. */
describe('after a sign-out', () => {
  it.each<[string, (page: Page) => void]>([
    ['discard', signOut],
    ['send', leaveOnceSent],
  ])('nothing tells who it was: %s', async (_, leave) => {
    const account = anAccount({
      name: 'Ada Lindqvist',
      username: 'ada@contoso.example',
      loginHint: 'opaque',
    });
    const { world, page } = await aWorld({ accounts: [account] });
    page.act(DEEDS.add.act);
    await world.advance(12_000);
    leave(page);
    await world.advance(120_000);
    const { local, session, sync, mirror, shown, alarms, identity } = world;
    const areas = [local, session, sync, mirror].map(({ record }) => record);
    const dump = JSON.stringify([areas, shown, [...alarms.dueMs.keys()], [...identity.held]]);
    for (const secret of [
      account.key,
      'Ada',
      'ada@',
      'Contoso',
      account.tenantId,
      'cy-GB',
      'Welsh',
      'token-',
    ])
      expect(dump).not.toContain(secret);
    expect(shown).toEqual({ badge: '', title: 'Profile Languages', tabs: [] });
  });
});

it('whoever makes way for another account leaves their edits, and nothing else', async () => {
  const { world, page } = await offlineWithAnEdit([anAccount(), OTHER]);
  world.identity.nextSignIn = OTHER;
  ask(page, 'session/sign-in');
  await world.advance(5_000);
  const theirs = Object.keys(world.local.record).filter((key) => key.startsWith(`a/${world.account.key}/`));
  expect(theirs.filter(isNoGate)).toEqual(editsIn(world.local.record));
  expect(editsIn(world.mirror.record)).toEqual(editsIn(world.local.record));
});

it('what the browser’s sync would not forget at a sign-out goes at the next start of the worker', async () => {
  const { world, page } = await aWorld();
  page.act(DEEDS.add.act);
  await world.advance(1_000);
  world.sync.trouble = ({ verb }) => (verb === 'remove' ? 'quota' : null);
  signOut(page);
  await world.advance(1_000);
  expect(Object.keys(world.sync.record)).not.toEqual([]);
  world.sync.trouble = () => null;
  world.worker.kill();
  world.worker.start();
  await world.settle();
  expect([world.sync.record, world.local.record]).toEqual([{}, {}]);
});

const isNoGate = (key: string) => !key.endsWith('/gate');

/** A world in which nothing reaches the service any more, and one edit waits. */
async function offlineWithAnEdit(accounts: readonly [Account, ...Account[]] = [anAccount()]) {
  const { world, page } = await aWorld({ accounts });
  world.service.fateOf = () => ({ executes: false, answer: 'lost' });
  ask(page, 'sync/look');
  await world.advance(1_000);
  page.act(DEEDS.add.act);
  await world.advance(1_000);
  return { world, page };
}
