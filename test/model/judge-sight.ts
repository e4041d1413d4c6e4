import { fold } from '../../src/outbox/fold';
import { readAccountState } from '../../src/storage/account-record';
import { collect, type Evidence } from './evidence';
import type { Finding } from './findings';
import { signedIn, type Stage } from './stage';
import { wishOf } from './wish';

/** Finds languages that the person added, nobody else touched, and the popup does not show: not even for a moment. */
export function judgeSight(stage: Stage): Finding[] {
  const person = signedIn(stage);
  // In a full storage the list has to make room for what the person says next.
  if (person === null || stage.hasBeenFull) return [];
  const evidence = collect(stage, person);
  const { snapshot, edits } = readAccountState({ ...stage.world.local.record }, person.account.key);
  // Nothing is known of the profile, as after somebody else was signed in.
  if (snapshot === null) return [];
  const shown = new Set(fold(snapshot, edits).map(({ tag }) => tag));
  return [...addedTags(evidence)]
    .filter((tag) => !shown.has(tag))
    .map((tag) => ({ kind: 'lost', rule: 'what was added stays in sight', what: String(tag) }));
}

function addedTags({ valid, turns, seeds, spoilt }: Evidence): ReadonlySet<string | null> {
  const touched = new Set<string | null>([
    ...spoilt,
    ...turns.filter(({ by }) => by === 'elsewhere').map(({ tag }) => tag),
    ...[...seeds.values()].map(({ tag }) => tag),
    ...valid.filter(({ isStored }) => !isStored).map(({ tag }) => tag),
  ]);
  const own = new Set(valid.map(({ tag }) => tag).filter((tag) => !touched.has(tag)));
  const isWanted = (tag: string | null) =>
    wishOf(valid.filter((saying) => saying.tag === tag)).presence?.isWanted === true;
  return new Set([...own].filter(isWanted));
}
