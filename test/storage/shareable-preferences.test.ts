import { describe, expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { NO_PREFERENCES, type Preferences } from '../../src/storage/preferences';
import { fitting, shareable } from '../../src/storage/shareable-preferences';
import { anAdd, aSnapshot } from '../support/builders';

const chosen: Preferences = {
  order: 'hand',
  places: ['german', 'new:w'],
  placedAtMs: 3,
  contact: 'new:w',
  contactAtMs: 4,
  putAside: [
    { question: 'tag:new:w', isAside: true, atMs: 5 },
    { question: 'twin:german', isAside: false, atMs: 6 },
  ],
};
const add = anAdd({ language: 'new:w' });

describe('what other browsers are told', () => {
  it('has the ids that languages have by now', () => {
    const snapshot = { ...aSnapshot(), aliases: { 'new:w': 'welsh' } };
    const edits = [inState(add, { status: 'done' })];
    expect(shareable(chosen, { snapshot, edits })).toEqual({
      isWaiting: false,
      preferences: {
        ...chosen,
        places: ['german', 'welsh'],
        contact: 'welsh',
        putAside: [{ question: 'tag:welsh', isAside: true, atMs: 5 }, chosen.putAside[1]],
      },
    });
  });

  it('is without the parts that speak of a language that is not confirmed yet', () => {
    expect(shareable(chosen, { snapshot: aSnapshot(), edits: [add] })).toEqual({
      isWaiting: true,
      preferences: { ...NO_PREFERENCES, putAside: [chosen.putAside[1]] },
    });
  });

  it('is without the parts that speak of a language which is brought back', () => {
    const back = anAdd({ language: 'german' });
    const told = shareable({ ...chosen, contact: 'german' }, { snapshot: aSnapshot([]), edits: [back] });
    expect(told).toMatchObject({ isWaiting: true, preferences: { placedAtMs: 0, contactAtMs: 0 } });
  });

  it('does without a language whose add was given up', () => {
    expect(shareable(chosen, { snapshot: null, edits: [] })).toEqual({
      isWaiting: false,
      preferences: { ...chosen, places: ['german'], contact: null, putAside: [chosen.putAside[1]] },
    });
  });

  it('fits into one item of the sync storage, however many languages and questions there are', () => {
    const ids = Array.from({ length: 500 }, (_, index) => `0fb4c1e3-c1e3-4fb4-a3c1-${1e11 + index}`);
    const putAside = ids.map((id, index) => ({
      question: `guess:${id}`,
      isAside: false,
      atMs: 1e12 + index,
    }));
    const fit = fitting({ ...chosen, places: ids, putAside });
    // Text in text: browsers count it as JSON, with the quotes in it.
    expect(JSON.stringify(JSON.stringify(fit)).length).toBeLessThan(8_000);
    expect([fit.places[0], fit.putAside.at(-1)?.question]).toEqual([ids[0], `guess:${ids[499] ?? ''}`]);
  });
});
