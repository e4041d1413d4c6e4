import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/outbox/edit';
import { aChange, aLanguage, aRemoval } from '../support/builders';
import { aHarness, type Harness, send, storedEdits } from './harness';

/** An engine with a row that asks: the level was changed here and elsewhere. */
async function asking(edit: Edit = aChange({ spoken: 'elementary' })): Promise<Harness> {
  const harness = aHarness([aLanguage({ spoken: 'nativeOrBilingual' })]);
  await send(harness, edit);
  return harness;
}

/** The profile is read a minute later. */
async function readLater(harness: Harness): Promise<void> {
  harness.nowMs += 60_000;
  await harness.engine.refresh();
}

describe('a row that asks about a change elsewhere', () => {
  it.each([
    ['level', aChange({ spoken: 'elementary' })],
    ['removal', aRemoval()],
  ])('names what is there by now: %s', async (_, edit) => {
    const harness = await asking(edit);
    harness.graph.languages = [aLanguage({ spoken: 'limitedWorking' })];
    await readLater(harness);
    expect(await storedEdits(harness)).toMatchObject([
      { kind: edit.kind, state: { reason: { theirs: { spoken: 'limitedWorking' }, atMs: harness.nowMs } } },
    ]);
    expect(harness.graph.changes()).toEqual([]);
  });

  it('says that the language was removed where that is so by now', async () => {
    const harness = await asking();
    harness.graph.languages = [];
    await readLater(harness);
    expect(await storedEdits(harness)).toMatchObject([
      { state: { reason: { code: 'changed-elsewhere', theirs: null } } },
    ]);
  });

  it('asks no more where the other side says the same by now', async () => {
    const harness = await asking();
    harness.graph.languages = [aLanguage({ spoken: 'elementary' })];
    await readLater(harness);
    expect(await storedEdits(harness)).toEqual([]);
    expect(harness.graph.changes()).toEqual([]);
  });

  it('goes on asking where a read shows what was there before: it may be behind', async () => {
    const harness = await asking();
    const before = await storedEdits(harness);
    harness.graph.languages = [aLanguage()];
    await readLater(harness);
    expect(await storedEdits(harness)).toEqual(before);
    expect(harness.graph.changes()).toEqual([]);
  });

  it('is not written anew where nothing has changed', async () => {
    const harness = await asking();
    const before = await storedEdits(harness);
    await readLater(harness);
    expect(await storedEdits(harness)).toEqual(before);
  });
});
