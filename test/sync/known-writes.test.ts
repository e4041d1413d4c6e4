import { describe, expect, it } from 'vitest';
import { fold } from '../../src/outbox/fold';
import type { ProfileLanguage } from '../../src/languages/language';
import { aChange, aLanguage, anAdd, aRemoval, someFields } from '../support/builders';
import { aHarness, type Harness, send, storedEdits, welsh } from './harness';

/** From now on reads show the profile as it is at this moment; the function given back ends that. */
function freezeReads({ graph }: Harness): () => void {
  const { listLanguages } = graph;
  const languages: ProfileLanguage[] = [...graph.languages];
  graph.listLanguages = async (call) => {
    await listLanguages(call);
    return languages;
  };
  return () => {
    graph.listLanguages = listLanguages;
  };
}

const shown = async (harness: Harness) => {
  const { snapshot, edits } = await harness.store.read();
  return fold(snapshot, edits);
};

describe('a service whose reads lag behind its writes', () => {
  it('lets the same field be changed again without asking', async () => {
    const harness = aHarness();
    freezeReads(harness);
    await send(harness, aChange({ spoken: 'elementary' }));
    const base = someFields({ spoken: 'elementary' });
    await send(harness, aChange({ spoken: 'fullProfessional' }, { base }));
    expect(harness.graph.languages).toMatchObject([{ spoken: 'fullProfessional' }]);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('does not bring back what was removed, nor hide what was added', async () => {
    const harness = aHarness();
    freezeReads(harness);
    await send(harness, aRemoval(), anAdd({ fields: welsh }));
    await harness.engine.refresh();
    expect(await shown(harness)).toMatchObject([{ displayName: 'Welsh' }]);
  });

  it('is believed after a minute', async () => {
    const harness = aHarness();
    freezeReads(harness);
    await send(harness, aChange({ spoken: 'elementary' }));
    harness.nowMs += 60_000;
    await harness.engine.refresh();
    expect(await shown(harness)).toMatchObject([{ spoken: 'conversational' }]);
  });

  it('is believed at once where it shows what somebody else wrote since', async () => {
    const harness = aHarness();
    await send(harness, aChange({ spoken: 'elementary' }));
    harness.graph.languages = [aLanguage({ spoken: 'nativeOrBilingual', modifiedAt: 'later' })];
    await harness.engine.refresh();
    expect(await shown(harness)).toMatchObject([{ spoken: 'nativeOrBilingual' }]);
  });
});

describe('a service that overrules what it was asked', () => {
  const overrule = ({ graph }: Harness) => {
    const { updateLanguage } = graph;
    graph.updateLanguage = async (call, id, changed) => {
      await updateLanguage(call, id, changed);
      graph.languages = graph.languages.map((each) => ({ ...each, audience: 'organization' }));
      return aLanguage({ ...graph.languages[0], audience: 'organization' });
    };
  };

  it('is not taken for somebody else when the field is changed again, however much later', async () => {
    const harness = aHarness();
    overrule(harness);
    await send(harness, aChange({ audience: 'everyone' }));
    harness.nowMs += 86_400_000;
    await harness.engine.refresh();
    const base = someFields({ audience: 'everyone' });
    await send(harness, aChange({ audience: 'me' }, { base }));
    expect(harness.graph.changes().at(-1)).toEqual(['update', 'german', { audience: 'me' }]);
    expect(await storedEdits(harness)).toEqual([]);
  });

  it('is still asked about where somebody else changed the field since', async () => {
    const harness = aHarness();
    overrule(harness);
    await send(harness, aChange({ audience: 'everyone' }));
    harness.graph.languages = [aLanguage({ audience: 'contacts' })];
    await send(harness, aChange({ audience: 'me' }, { base: someFields({ audience: 'everyone' }) }));
    expect(await storedEdits(harness)).toMatchObject([{ state: { status: 'parked' } }]);
  });
});

describe('references', () => {
  it('are forgotten with their language, but not while somebody may still use them', async () => {
    const harness = aHarness();
    const add = anAdd({ fields: welsh });
    await send(harness, add);
    harness.graph.languages = harness.graph.languages.filter(({ id }) => id === 'german');
    harness.nowMs += 60_000;
    const inverse = { kind: 'remove', language: add.language, base: welsh } as const;
    await harness.store.commit({ undo: { did: 'add', displayName: 'Welsh', inverse } });
    await harness.engine.refresh();
    expect((await harness.store.read()).snapshot?.aliases).toEqual({ [add.language]: 'id-1' });
    await harness.store.commit({ undo: null });
    await harness.engine.refresh();
    expect((await harness.store.read()).snapshot?.aliases).toEqual({});
  });

  it('that were lost with a damaged snapshot are found by what the language is', async () => {
    const harness = aHarness();
    const add = anAdd({ fields: welsh });
    await send(harness, add);
    const { snapshot } = await harness.store.read();
    if (snapshot) await harness.store.commit({ snapshot: { ...snapshot, aliases: {} } });
    await send(harness, aChange({ spoken: 'elementary' }, { language: add.language, base: welsh }));
    expect(harness.graph.changes().at(-1)).toEqual(['update', 'id-1', { spoken: 'elementary' }]);
  });
});
