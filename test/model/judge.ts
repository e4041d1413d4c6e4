import { fold } from '../../src/outbox/fold';
import type { AccountState } from '../../src/storage/account-state';
import type { World } from '../world/world';
import { collect, type Evidence } from './evidence';
import type { Finding } from './findings';
import { judgeRest } from './judge-rest';
import { judgeWishes } from './judge-wishes';
import { goneBetween, judgeRequest, judgeTurn } from './judge-writes';
import type { Person, Stage } from './stage';

/** Judges everything that became of one account's edits, once nothing is left to do. */
export function judgeAccount(stage: Stage, person: Person, state: AccountState): Finding[] {
  const evidence = collect(stage, person);
  const { requests, turns } = evidence;
  return [
    ...requests.flatMap((request) => judgeRequest(request, evidence)),
    ...turns.flatMap((_, index) => judgeTurn(index, evidence)),
    ...judgeSayings(evidence, state),
    ...judgeRest({ evidence, state, lines: fold(state.snapshot, state.edits) }),
  ];
}

function judgeSayings(evidence: Evidence, state: AccountState): Finding[] {
  const { valid, turns, seeds, refusals, spoilt } = evidence;
  const lines = fold(state.snapshot, state.edits);
  const asked = new Set(lines.filter(({ problem }) => problem !== null).map(({ tag }) => tag));
  const doubles = goneBetween(evidence);
  const unreadable = state.unreadable.map(({ key }) => key);
  return [...new Set(valid.map(({ tag }) => tag))].flatMap((tag) => {
    const sayings = valid.filter((saying) => saying.tag === tag);
    const isUnreadable = sayings.some(({ edit }) => unreadable.some((key) => key.endsWith(`/${edit.id}`)));
    // Of several edits of a language, what is left of a damaged one may come after the others.
    const isMixedUp = spoilt.has(tag) && sayings.length > 1;
    if (asked.has(tag) || isUnreadable || isMixedUp || doubles.has(tag)) return [];
    return judgeWishes({
      name: String(tag),
      sayings,
      turns: turns.filter((turn) => turn.tag === tag),
      seeds: new Map([...seeds].filter(([, fields]) => fields.tag === tag)),
      refused: refusals.includes(400) ? ['proficiency'] : [],
    });
  });
}

/** No token is anywhere but in the browser's memory. */
export function judgeSecrets({ local, mirror }: World): Finding[] {
  return [...Object.entries(local.record), ...Object.entries(mirror.record)]
    .filter(([, text]) => typeof text === 'string' && /token-\d+-of-/.test(text))
    .map(([key]) => ({ kind: 'broken', rule: 'no token is stored', what: key }));
}
