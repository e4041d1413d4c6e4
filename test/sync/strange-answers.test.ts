import { describe, expect, it } from 'vitest';
import { aChange, aLanguage, anAdd, someFields } from '../support/builders';
import { aHarness, send, storedEdits, welsh } from './harness';

const three = ['german', 'danish', 'czech'].map((id) => aLanguage({ id, displayName: id, tag: null }));

describe('a profile that reads empty where there were three languages', () => {
  it('is not believed before it was seen twice, half a minute apart', async () => {
    const harness = aHarness(three);
    await harness.engine.refresh();
    harness.graph.languages = [];
    await send(harness, aChange({ spoken: 'elementary' }));
    expect(await harness.store.read()).toMatchObject({
      gate: { code: 'emptied', waitMs: 30_000 },
      snapshot: { languages: three },
      edits: [{ state: { status: 'queued' } }],
    });
    await harness.restart().retry();
    expect(harness.graph.asked).toHaveLength(2);
    harness.nowMs = harness.wakeAtMs ?? 0;
    await harness.restart().wake();
    expect(await harness.store.read()).toMatchObject({ gate: null, snapshot: { languages: [] } });
    expect(await storedEdits(harness)).toMatchObject([{ state: { reason: { theirs: null } } }]);
  });

  it('is forgotten where it has languages again', async () => {
    const harness = aHarness(three);
    await harness.engine.refresh();
    harness.graph.languages = [];
    await harness.engine.refresh();
    harness.graph.languages = [...three];
    harness.nowMs = harness.wakeAtMs ?? 0;
    await send(
      harness,
      aChange({ displayName: 'Deutsch' }, { base: someFields({ displayName: 'german', tag: null }) }),
    );
    expect(harness.graph.languages).toMatchObject([{ displayName: 'Deutsch' }, {}, {}]);
  });
});

describe('a language that is gone when its change arrives', () => {
  it('is asked about as removed elsewhere', async () => {
    const harness = aHarness();
    harness.graph.fail('update', 'not-found', { status: 404, requestId: 'r' });
    await send(harness, aChange({ spoken: 'elementary' }));
    expect(await harness.store.read()).toMatchObject({
      gate: null,
      snapshot: { languages: [] },
      edits: [{ state: { reason: { code: 'changed-elsewhere', theirs: null, requestId: 'r' } } }],
    });
  });
});

describe("somebody else's language that an add only meets", () => {
  it('is created where it is gone when the add arrives', async () => {
    const harness = aHarness([aLanguage({ ...welsh, id: 'theirs', reading: null })]);
    const { updateLanguage } = harness.graph;
    harness.graph.updateLanguage = (call, id, changed) => {
      harness.graph.languages = [];
      return updateLanguage(call, id, changed);
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(harness.graph.changes().map(([verb]) => verb)).toEqual(['update', 'create']);
    expect(harness.graph.languages).toMatchObject([welsh]);
    expect(await storedEdits(harness)).toEqual([]);
  });
});

describe('a create that clashes with something', () => {
  it('is planned once more on what the profile says now', async () => {
    const harness = aHarness();
    const { createLanguage } = harness.graph;
    harness.graph.fail('create', 'clash', { status: 409 });
    harness.graph.createLanguage = (call, fields) => {
      harness.graph.languages.push(aLanguage({ ...welsh, id: 'theirs' }));
      return createLanguage(call, fields);
    };
    await send(harness, anAdd({ fields: welsh }));
    expect(harness.graph.changes()).toHaveLength(1);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('is planned once more also where it was put off before', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'throttled', { status: 429, retryAfterMs: 1_000 });
    harness.graph.fail('create', 'clash', { status: 409 });
    await send(harness, anAdd({ fields: welsh }));
    harness.nowMs += 2_000;
    await harness.engine.wake();
    expect(harness.graph.changes()).toHaveLength(3);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('waits for the person where it clashes again', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'clash', { status: 409 });
    harness.graph.fail('create', 'clash', { status: 409 });
    await send(harness, anAdd({ fields: welsh }));
    expect(harness.graph.changes()).toHaveLength(2);
    expect(await storedEdits(harness)).toMatchObject([{ state: { reason: { code: 'clash' } } }]);
  });
});

describe('a create whose answer nobody can read', () => {
  it('is not sent for ever', async () => {
    const harness = aHarness();
    for (let times = 0; times < 9; times += 1) harness.graph.fail('create', 'not-graph', { status: 201 });
    await send(harness, anAdd({ fields: welsh }));
    for (let minutes = 0; minutes < 60; minutes += 1) {
      harness.nowMs += 60_000;
      await harness.engine.wake();
    }
    expect(harness.graph.changes()).toHaveLength(3);
    expect(await storedEdits(harness)).toMatchObject([
      { state: { reason: { code: 'refused', status: 201 } } },
    ]);
  });
});

describe('"Try again" while no answer comes', () => {
  it('opens the gate, also where the page asks for a refresh right after it', async () => {
    const harness = aHarness();
    harness.graph.fail('list', 'unavailable', { status: 503 });
    await harness.engine.refresh();
    const asked = harness.graph.asked.length;
    await Promise.all([harness.engine.retry(), harness.engine.refresh()]);
    expect(harness.graph.asked.length).toBeGreaterThan(asked);
  });
});

describe('a language that is locked', () => {
  it('waits by itself', async () => {
    const harness = aHarness(three);
    const { updateLanguage } = harness.graph;
    harness.graph.updateLanguage = (call, id, changed) => {
      if (id === 'german') harness.graph.fail('update', 'unavailable', { status: 423 });
      return updateLanguage(call, id, changed);
    };
    const base = (id: string) => someFields({ displayName: id, tag: null });
    await send(harness, aChange({ spoken: 'elementary' }, { base: base('german') }));
    await send(harness, aChange({ spoken: 'elementary' }, { language: 'danish', base: base('danish') }));
    harness.nowMs += 2_000;
    await harness.engine.wake();
    expect(harness.graph.languages).toContainEqual(
      expect.objectContaining({ id: 'danish', spoken: 'elementary' }),
    );
    expect(await storedEdits(harness)).toMatchObject([{ state: { status: 'ambiguous' } }]);
  });
});

describe('a language of which every change fails', () => {
  it('is tried ever more rarely, and holds up no other language for long', async () => {
    const harness = aHarness(three);
    const base = (displayName: string) => someFields({ displayName, tag: null });
    const { updateLanguage } = harness.graph;
    harness.graph.updateLanguage = (call, id, changed) => {
      if (id === 'german') harness.graph.fail('update', 'unavailable', { status: 500 });
      return updateLanguage(call, id, changed);
    };
    await send(harness, aChange({ spoken: 'elementary' }, { base: base('german') }));
    const endMs = harness.nowMs + 3_600_000;
    while (harness.nowMs < endMs) {
      harness.nowMs = harness.wakeAtMs ?? endMs;
      await harness.engine.wake();
    }
    const tries = harness.graph.changes().length;
    expect(tries).toBeGreaterThan(5);
    expect(tries).toBeLessThan(25);
    await send(harness, aChange({ spoken: 'elementary' }, { language: 'danish', base: base('danish') }));
    harness.nowMs += 2_000;
    await harness.engine.wake();
    expect(harness.graph.languages).toContainEqual(
      expect.objectContaining({ id: 'danish', spoken: 'elementary' }),
    );
  });
});

describe('a clock that is set back while an add is unclear', () => {
  it('waits no longer where it is set back in the middle of a look', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'unavailable', { status: 503 });
    await send(harness, anAdd({ fields: welsh }));
    const { listLanguages } = harness.graph;
    harness.graph.listLanguages = (call) => {
      harness.nowMs -= 86_400_000;
      harness.graph.listLanguages = listLanguages;
      return listLanguages(call);
    };
    for (let looks = 0; looks < 5; looks += 1) {
      harness.nowMs = Math.min(harness.wakeAtMs ?? 0, harness.nowMs + 60_000);
      await harness.engine.wake();
    }
    expect(harness.graph.languages).toHaveLength(2);
  });

  it('neither shortens the wait between two looks nor makes it longer than it was', async () => {
    const harness = aHarness();
    harness.graph.fail('create', 'unavailable', { status: 503 });
    await send(harness, anAdd({ fields: welsh }));
    harness.nowMs -= 86_400_000;
    await harness.engine.retry();
    expect(harness.graph.changes()).toHaveLength(1);
    harness.nowMs += 60_000;
    await harness.engine.retry();
    harness.nowMs -= 3_600_000;
    await harness.engine.retry();
    expect(harness.graph.changes()).toHaveLength(1);
    harness.nowMs += 30_000;
    await harness.engine.retry();
    expect(harness.graph.languages).toHaveLength(2);
  });
});

describe('an outbox that is longer than a browser lets a worker work', () => {
  it('goes on with the next event', async () => {
    const harness = aHarness([]);
    const { createLanguage } = harness.graph;
    harness.graph.createLanguage = (call, fields) => {
      harness.nowMs += 60_000;
      return createLanguage(call, fields);
    };
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await send(
      harness,
      ...names.map((displayName) => anAdd({ fields: someFields({ displayName, tag: null }) })),
    );
    expect(harness.graph.languages).toHaveLength(4);
    expect(harness.wakeAtMs).toBe(harness.nowMs);
    await harness.restart().wake();
    expect(harness.graph.languages).toHaveLength(6);
  });
});
