import { describe, expect, it } from 'vitest';
import { anAccount } from '../support/builders';
import { DEEDS } from '../world/deeds';
import type { Page } from '../world/page';
import {
  ask,
  atEveryStep,
  aWorld,
  editsIn,
  leaveOnceSent,
  offlineWithAnEdit,
  signOut,
  tagsOf,
} from './set-up';

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
