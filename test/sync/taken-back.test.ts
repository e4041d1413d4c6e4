import { expect, it } from 'vitest';
import { removeLine } from '../../src/popup/remove-line';
import { someFields } from '../support/builders';
import { refusal } from '../world/service-routes';
import { editTexts } from '../world/story';
import { createWorld, type World } from '../world/world';

const welsh = someFields({ displayName: 'Welsh', tag: 'cy-GB' });
const level = 'conversational';
const bare = { displayName: 'Welsh', tag: 'cy-GB', allowedAudiences: 'organization' } as const;
const onProfile = { ...bare, proficiency: level, spoken: level, written: level, reading: level } as const;

const tagsOf = ({ service, account }: World) => service.profileOf(account.key).map(({ tag }) => tag);
const methodsOf = ({ service }: World) => service.log.map(({ method }) => method).filter((m) => m !== 'GET');
const slow = (slowMethod: string, latencyMs: number) => (request: { readonly method: string }) =>
  request.method === slowMethod ? { latencyMs } : {};
const refuse = (status: number) => ({ executes: false, answer: () => refusal(status) }) as const;

/** The language is added, its row removed while it is created, and brought back; what comes then, comes in between. */
async function bringBack(world: World) {
  const page = world.openPage();
  await world.advance(500);
  world.service.fateOf = slow('POST', 1_000);
  page.act((state) => {
    state.add(welsh);
  });
  await world.advance(400);
  page.act((state, { lines: [line] }) => {
    if (line) removeLine(state, line);
  });
  await world.advance(5_000);
  page.act((state) => {
    state.undo();
  });
  await world.advance(400);
  return page;
}

it('removes a language that was brought back and is being created again', async () => {
  const world = createWorld();
  const page = await bringBack(world);
  page.act((state, { lines: [line] }) => {
    if (line) removeLine(state, line);
  });
  await world.advance(200_000);
  expect(tagsOf(world)).toEqual([]);
  expect(editTexts(world)).toEqual([]);
});

it('changes a language that was brought back and is being created again', async () => {
  const world = createWorld();
  const page = await bringBack(world);
  page.act((state, { lines: [line] }) => {
    if (line) state.change(line, { spoken: 'elementary' });
  });
  await world.advance(200_000);
  expect(page.view().lines).toMatchObject([{ tag: 'cy-GB', spoken: 'elementary', problem: null }]);
  expect(editTexts(world)).toEqual([]);
});

it.each<[what: string, there: Parameters<World['service']['seed']>[1], writes: string[]]>([
  ['as it is', onProfile, []],
  ['with what it got', bare, ['PATCH']],
  ['for fewer people', { ...onProfile, allowedAudiences: 'me' }, []],
])('leaves a language that an add had only met, %s', async (_, there, writes) => {
  for (const undoneMs of [500, 3_000, 20_000]) {
    const world = createWorld();
    world.service.seed(world.account.key, there);
    world.service.fateOf = slow('GET', 2_000);
    const page = world.openPage();
    await world.settle();
    page.act((state) => {
      state.add(welsh);
    });
    await world.advance(undoneMs);
    page.act((state) => {
      state.undo();
    });
    await world.advance(200_000);
    expect(tagsOf(world)).toEqual(['cy-GB']);
    expect(writes).toEqual(expect.arrayContaining(methodsOf(world)));
    expect(page.view().lines).toHaveLength(1);
  }
});

it('offers no way back for an add that had only met what is there', async () => {
  const world = createWorld();
  world.service.seed(world.account.key, bare);
  world.service.fateOf = slow('GET', 2_000);
  const page = world.openPage();
  await world.settle();
  const seen: boolean[] = [];
  page.act((state) => {
    state.add(welsh);
    seen.push(state.undoable.value !== null);
  });
  await world.settle();
  page.act((state) => seen.push(state.undoable.value !== null));
  await world.advance(20_000);
  page.act((state) => seen.push(state.undoable.value !== null));
  expect(seen).toEqual([false, true, false]);
});

it('takes back what two windows added and the service has not carried out yet', async () => {
  const world = createWorld();
  const [page, other] = [world.openPage(), world.openPage()];
  await world.advance(500);
  let posts = 0;
  world.service.fateOf = ({ method }) => (method === 'POST' && ++posts === 1 ? refuse(503) : {});
  for (const each of [page, other])
    each.act((state) => {
      state.add(welsh);
    });
  await world.advance(300);
  page.act((state) => {
    state.undo();
  });
  await world.advance(300_000);
  expect(tagsOf(world)).toEqual([]);
});

it('shows a language that was brought back in one row with what another device made of it', async () => {
  const world = createWorld();
  world.service.seed(world.account.key, onProfile);
  const page = world.openPage();
  await world.advance(500);
  page.act((state, { lines: [line] }) => {
    if (line) removeLine(state, line);
  });
  await world.advance(65_000);
  world.service.elsewhere.add(world.account.key, onProfile);
  page.act((state) => {
    state.ask('sync/look');
  });
  await world.advance(2_000);
  world.service.fateOf = () => ({ executes: false, answer: 'lost' });
  page.act((state) => {
    state.undo();
  });
  await world.advance(3_000);
  expect(page.view().lines).toHaveLength(1);
});

it('leaves what another device added while it was unclear whether an add was carried out', async () => {
  const world = createWorld();
  const page = world.openPage();
  await world.advance(500);
  world.service.fateOf = ({ method }) => (method === 'POST' ? refuse(503) : {});
  page.act((state) => {
    state.add(welsh);
  });
  await world.advance(300);
  world.service.elsewhere.add(world.account.key, bare);
  page.act((state) => {
    state.undo();
  });
  await world.advance(200_000);
  expect(methodsOf(world)).not.toContain('DELETE');
});
