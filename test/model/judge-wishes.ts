import type { LanguageFields } from '../../src/languages/language';
import { type Case, type State, statesOf, statesSince } from './case';
import { type Finding, lost } from './findings';
import { judgeLastWords, judgeValues } from './judge-values';
import { type Wish, wishOf } from './wish';

type Items = State['items'];

/** Which of the person's wishes neither came true nor gave way to another device's later change of the same. */
export function judgeWishes(given: Case): Finding[] {
  const wish = wishOf(given.sayings);
  const states = statesOf(given);
  const items = states.at(-1)?.items ?? new Map<string, LanguageFields>();
  if (wish.presence?.isWanted === false) return stillThere(given, wish.presence, states, items);
  if (items.size === 0) return gone(given, wish, states);
  return judgeValues(given, states);
}

function stillThere(
  given: Case,
  presence: NonNullable<Wish['presence']>,
  states: readonly State[],
  items: Items,
): Finding[] {
  const { language } = presence.edit;
  // Of two that were there, the person removed one.
  const isAnother = statesSince(states, presence.atMs)[0]?.items.has(language) === true;
  const wasGone = statesSince(states, presence.atMs).some((state) => state.items.size === 0);
  return [...items.keys()].flatMap((id) => {
    const creation = given.turns.find((turn) => turn.id === id && turn.before === null);
    const isOurs = creation?.by === 'client';
    const isLater = !isOurs && creation !== undefined && (wasGone || creation.atMs >= presence.atMs);
    // Of what another device added and the person had not seen, they did not speak.
    const isUnseen = language !== id && (!isOurs || isAnother);
    // Two devices added the same within a read's lag: they removed the other's row.
    const removed = given.turns.find((turn) => turn.id === presence.edit.language && turn.before === null);
    const isOtherRow = isOurs && removed?.by === 'elsewhere';
    return isLater || isUnseen || isOtherRow
      ? []
      : [lost('a removed language is gone', `${given.name} is there as ${id}`)];
  });
}

function gone(given: Case, wish: Wish, states: readonly State[]): Finding[] {
  const { name, turns } = given;
  const removal = turns.findLast(({ after }) => after === null);
  const isOthers = removal?.by === 'elsewhere';
  if (wish.presence !== null) {
    return isOthers && (wish.presence.isSoft || removal.atMs >= wish.presence.atMs)
      ? []
      : [lost('an added language is there', `${name} is not on the profile`)];
  }
  // The person removed it: whether anybody asked for that is judged with the request.
  return isOthers ? judgeLastWords(given, wish, states, removal.id) : [];
}
