import { describe, expect, it } from 'vitest';
import { anAccount } from '../support/builders';
import { DEEDS } from '../world/deeds';
import type { Page } from '../world/page';
import { refusal } from '../world/service-routes';
import type { World } from '../world/world';
import { ask, aWorld, signOut, tagsOf } from './set-up';

/** The person signs in once more, and the service answers so when it is asked for the organisation's name. */
function signInAgain(
  { service, identity, account }: World,
  page: Page,
  status: number,
  retryAfter: string | null,
  latencyMs = 100,
): void {
  const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': retryAfter };
  service.fateOf = ({ path }) =>
    path.includes('companyName')
      ? { executes: false, latencyMs, answer: () => refusal(status, 'AnyCode', headers) }
      : {};
  identity.nextSignIn = anAccount({ key: account.key, organisation: null });
  ask(page, 'session/sign-in');
}

describe("the organisation's name", () => {
  it.each([429, 503])('is asked for once, and %i with Retry-After holds up everything', async (status) => {
    const { world, page } = await aWorld();
    signInAgain(world, page, status, '120');
    await world.advance(5_000);
    const requests = world.service.log.length;
    page.act(DEEDS.add.act);
    await world.advance(114_000);
    expect(world.service.log).toHaveLength(requests);
    await world.advance(20_000);
    expect(tagsOf(world)).toContain('cy-GB');
  });

  it('that comes with Retry-After while an edit is made holds that up, too', async () => {
    const { world, page } = await aWorld();
    signInAgain(world, page, 429, '120', 4_000);
    await world.advance(2_000);
    page.act(DEEDS.add.act);
    await world.advance(119_000);
    expect(tagsOf(world)).not.toContain('cy-GB');
    await world.advance(20_000);
    expect(tagsOf(world)).toContain('cy-GB');
  });

  it.each([403, 404, 500])('that is answered with %i holds up nothing', async (status) => {
    const { world, page } = await aWorld();
    signInAgain(world, page, status, null);
    await world.advance(5_000);
    page.act(DEEDS.add.act);
    await world.advance(5_000);
    expect(tagsOf(world)).toContain('cy-GB');
    expect(page.view().page.account?.organisation).toBeNull();
  });

  it('is not asked for while a gate is closed', async () => {
    const { world, page } = await aWorld();
    world.service.fateOf = () => ({
      executes: false,
      answer: () => refusal(429, 'AnyCode', { 'retry-after': '120' }),
    });
    world.identity.nextSignIn = anAccount({ key: world.account.key, organisation: null });
    ask(page, 'sync/look');
    await world.advance(1_000);
    ask(page, 'session/sign-in');
    await world.advance(5_000);
    expect(world.service.log.filter(({ path }) => path.includes('companyName'))).toEqual([]);
  });

  it('leaves nothing behind where the person signs out before it is there', async () => {
    const { world, page } = await aWorld();
    signInAgain(world, page, 429, '120', 4_000);
    await world.advance(2_000);
    signOut(page);
    await world.advance(10_000);
    expect(world.local.record).toEqual({});
  });
});
