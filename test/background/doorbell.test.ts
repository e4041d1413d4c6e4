import { describe, expect, it } from 'vitest';
import * as catalogue from '../../src/storage/catalogue';
import { ACCOUNT_KEY, anAccount } from '../support/builders';
import type { Page } from '../world/page';
import { createWorld, type World } from '../world/world';
import { ask, aWorld, signOut } from './set-up';

const BELL = catalogue.doorbell(ACCOUNT_KEY).key;

/** Two browsers of one person with open popups, both at rest. */
async function twoBrowsers() {
  const { world: here, page } = await aWorld();
  const there = createWorld({ seed: 2, beside: here });
  const otherPage = there.openPage();
  await here.advance(60_000);
  return { here, page, there, otherPage };
}

const levelsIn = (page: Page) => page.view().lines.map(({ spoken }) => spoken);
const readsOf = ({ service }: World) => service.log.filter(({ method }) => method === 'GET').length;

function changeFirst(page: Page, spoken: string): void {
  page.act((state, { lines: [line] }) => {
    if (line) state.change(line, { spoken });
  });
}

describe('the doorbell', () => {
  it('brings an edit into the open popup of another browser', async () => {
    const { here, page, there, otherPage } = await twoBrowsers();
    changeFirst(page, 'nativeOrBilingual');
    await here.advance(1_000);
    await there.sync.arrive(here.sync.record);
    await here.advance(3_000);
    expect(levelsIn(otherPage)).toEqual(levelsIn(page));
    expect(levelsIn(otherPage)[0]).toBe('nativeOrBilingual');
  });

  it('brings it also where the service shows it some seconds late', async () => {
    const { here, page, there, otherPage } = await twoBrowsers();
    there.service.fateOf = () => ({ lagMs: 10_000 });
    changeFirst(page, 'nativeOrBilingual');
    await here.advance(1_000);
    await there.sync.arrive(here.sync.record);
    await here.advance(20_000);
    expect(levelsIn(otherPage)[0]).toBe('nativeOrBilingual');
  });

  it('brings it also where somebody looks before the service shows it', async () => {
    const { here, page, there, otherPage } = await twoBrowsers();
    there.service.fateOf = () => ({ lagMs: 10_000 });
    changeFirst(page, 'nativeOrBilingual');
    await here.advance(1_000);
    await there.sync.arrive(here.sync.record);
    await here.advance(3_000);
    ask(otherPage, 'sync/look');
    await here.advance(16_000);
    expect(levelsIn(otherPage)[0]).toBe('nativeOrBilingual');
  });

  it.each([
    ['shows why it was rung', true, 1],
    ['never shows why it was rung', false, 2],
  ])('is answered by no more reads than it takes where the service %s', async (_, isChanged, reads) => {
    const { here, page, there } = await twoBrowsers();
    if (isChanged) changeFirst(page, 'nativeOrBilingual');
    await here.advance(5_000);
    const before = readsOf(there);
    const ring = JSON.stringify({ version: 1, value: { ringer: 'another', id: 'r' } });
    await there.sync.arrive({ [BELL]: ring });
    await here.advance(5 * 60_000);
    expect(readsOf(there)).toBe(before + reads);
  });

  it('is rung once for many edits in ten seconds, and once more when they are over', async () => {
    const { here, page } = await twoBrowsers();
    const rings: unknown[] = [];
    for (let second = 0; second < 30; second += 1) {
      changeFirst(page, second % 2 === 0 ? 'conversational' : 'elementary');
      await here.advance(1_000);
      const ring = here.sync.record[BELL];
      if (ring !== rings.at(-1)) rings.push(ring);
    }
    await here.advance(10_000);
    rings.push(here.sync.record[BELL]);
    expect(new Set(rings).size).toBe(4);
  });

  it.each([
    ['junk', () => 'junk'],
    ['a ring of a later version', () => JSON.stringify({ version: 9, value: {} })],
    ['nothing any more', () => undefined],
    ['its own ring', (ring: unknown) => ring],
  ])('does not answer to %s', async (_, make) => {
    const { here, page } = await twoBrowsers();
    changeFirst(page, 'nativeOrBilingual');
    await here.advance(20_000);
    const before = readsOf(here);
    const ring = here.sync.record[BELL];
    here.sync.write({ [BELL]: 'another' });
    await here.sync.arrive({ [BELL]: make(ring) });
    await here.advance(5_000);
    expect(readsOf(here)).toBe(before);
  });

  it('does not answer to a ring for somebody else', async () => {
    const { here } = await twoBrowsers();
    const before = readsOf(here);
    const other = catalogue.doorbell(ACCOUNT_KEY.replaceAll('A', 'B')).key;
    await here.sync.arrive({ [other]: JSON.stringify({ version: 1, value: { ringer: 'r', id: 'i' } }) });
    await here.advance(5_000);
    expect(readsOf(here)).toBe(before);
  });

  it('answers to a hundred rings in a second with two reads', async () => {
    const { here } = await twoBrowsers();
    const before = readsOf(here);
    for (let id = 0; id < 100; id += 1) {
      const ring = JSON.stringify({ version: 1, value: { ringer: 'another', id: String(id) } });
      await here.sync.arrive({ [BELL]: ring });
      await here.advance(10);
    }
    await here.advance(5_000);
    expect(readsOf(here)).toBe(before + 2);
  });

  it('keeps no edit back where sync takes nothing', async () => {
    const { here, page } = await twoBrowsers();
    here.sync.trouble = () => 'quota';
    changeFirst(page, 'nativeOrBilingual');
    await here.advance(5_000);
    expect(here.service.profileOf(ACCOUNT_KEY)[0]?.spoken).toBe('nativeOrBilingual');
    expect(here.reports).toEqual([]);
  });

  it('does not ring any more once somebody else signs in, also where a ring waited for its time', async () => {
    const { here, page } = await twoBrowsers();
    for (const level of ['nativeOrBilingual', 'elementary']) {
      changeFirst(page, level);
      await here.advance(1_000);
    }
    const rung = here.sync.record[BELL];
    expect(rung).toBeDefined();
    here.identity.nextSignIn = anAccount({ key: ACCOUNT_KEY.replaceAll('A', 'B') });
    ask(page, 'session/sign-in');
    await here.advance(30_000);
    expect(here.sync.record[BELL]).toBe(rung);
  });

  it('is gone after a sign-out, also where a ring waited for its time', async () => {
    const { here, page } = await twoBrowsers();
    for (const level of ['nativeOrBilingual', 'elementary']) {
      changeFirst(page, level);
      await here.advance(1_000);
    }
    signOut(page);
    await here.advance(30_000);
    expect(here.sync.record).toEqual({});
  });
});
