import { expect, it } from 'vitest';
import { applyFields, changedFields } from '../../src/languages/fields';
import { merge } from '../../src/outbox/merge';
import { someFields } from '../support/builders';
import { recordProof } from '../support/proof';

const VALUES = ['elementary', 'conversational', 'fullProfessional', null];
/** Every combination of what a field was, what the person made of it, and what it is on the profile now. */
const CASES = VALUES.flatMap((was) =>
  VALUES.flatMap((mine) => VALUES.map((theirs) => ({ was, mine, theirs }))),
);
const withLevel = (spoken: string | null) => someFields({ spoken });

/** Our side of the merge, as it is made where `mine` is what we want and `theirs` is what the profile says. */
function mergeOf(was: string | null, mine: string | null, theirs: string | null) {
  const base = withLevel(was);
  const { changes, isClash } = merge(base, changedFields(base, withLevel(mine)), withLevel(theirs));
  // Until the person has decided, nothing is sent.
  return { isClash, changes, sent: isClash ? {} : changes };
}

it('sends, leaves alone or asks, for every combination of three values of a field', async () => {
  const found = { count: 0, lost: 0, doubled: 0, overwritten: 0 };
  for (const { was, mine, theirs } of CASES) {
    const { sent, isClash } = mergeOf(was, mine, theirs);
    const after = applyFields(withLevel(theirs), sent).spoken;
    const isMineWanted = mine !== was;
    const isTheirsWanted = theirs !== was;
    found.count += 1;
    found.lost += Number(isMineWanted && after !== mine && !isClash);
    found.doubled += Number(isMineWanted && mine === theirs && Object.keys(sent).length > 0);
    found.overwritten += Number(isTheirsWanted && after !== theirs);
  }
  await recordProof({ fault: 'three-way merges of a field', ...found });
  expect(found).toEqual({ count: 64, lost: 0, doubled: 0, overwritten: 0 });
});

it('asks only where there are two answers, and both sides alike', () => {
  for (const { was, mine, theirs } of CASES) {
    const ours = mergeOf(was, mine, theirs);
    expect(ours.isClash).toBe(mine !== was && theirs !== was && mine !== theirs);
    expect(mergeOf(was, theirs, mine).isClash).toBe(ours.isClash);
    // What the person can choose instead of what is there.
    if (ours.isClash) expect(ours.changes).toEqual({ spoken: mine });
  }
});
