import { expect, it } from 'vitest';
import { inState } from '../../src/outbox/edit';
import { isMoot, openEdits } from '../../src/outbox/open-edits';
import { withFound } from '../../src/outbox/snapshot';
import { anAdd, aRemoval, aSnapshot } from '../support/builders';

const add = anAdd({ language: 'new:1' });
const takingBack = aRemoval({ language: 'new:1' });
const met = withFound(aSnapshot(), add, { id: 'german' });

it('takes nothing back of what an add had only met, and removes it where that is meant', () => {
  expect(isMoot(takingBack, met)).toBe(true);
  expect(isMoot(takingBack, aSnapshot())).toBe(false);
  expect(isMoot(takingBack, null)).toBe(false);
  expect(isMoot(aRemoval({ language: 'german' }), met)).toBe(false);
  expect(isMoot(add, met)).toBe(false);
});

it('leaves out what has no effect any more, and puts the oldest first', () => {
  const [first, second] = [anAdd(), anAdd()];
  const done = inState(anAdd(), { status: 'done' });
  expect(openEdits(met, [second, done, takingBack, first])).toEqual([first, second]);
});
