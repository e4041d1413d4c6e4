import type { LanguageFields } from '../../src/languages/language';
import type { Finding } from './findings';
import { type Turn, writerOf } from './history';
import type { WantedValue, Wish } from './wish';

type FieldName = keyof LanguageFields;
type Items = ReadonlyMap<string, LanguageFields>;

/** One language of one person: what became of it, and what they want of it. */
export interface Case {
  readonly name: string;
  readonly wish: Wish;
  /** Every change of it, oldest first. */
  readonly turns: readonly Turn[];
  /** What it was before the first change, by id. */
  readonly seeds: Items;
  /** Fields that the service is known to have refused. */
  readonly refused: readonly FieldName[];
}

/** Which of the person's wishes neither came true nor gave way to another device's later change of the same. */
export function judgeWishes(given: Case): Finding[] {
  const { wish } = given;
  const states = statesOf(given);
  const items = states.at(-1)?.items ?? new Map<string, LanguageFields>();
  if (wish.presence?.isWanted === false) return stillThere(given, states, items);
  if (items.size === 0) return gone(given, states);
  const missing = [...items.keys()].map((id) => missingValues(given, states, id));
  return missing.find((each) => each.length === 0) ?? missing[0] ?? [];
}

interface State {
  readonly sinceMs: number;
  readonly items: Items;
}

function statesOf({ seeds, turns }: Case): State[] {
  const states: State[] = [{ sinceMs: -Infinity, items: seeds }];
  for (const { atMs, id, after } of turns) {
    const items = new Map(states.at(-1)?.items);
    if (after === null) items.delete(id);
    else items.set(id, after);
    states.push({ sinceMs: atMs, items });
  }
  return states;
}

/** What was so at that time or later. */
function statesSince(states: readonly State[], atMs: number): readonly State[] {
  const first = states.findLastIndex(({ sinceMs }) => sinceMs < atMs);
  return states.slice(Math.max(first, 0));
}

function stillThere(given: Case, states: readonly State[], items: Items): Finding[] {
  const { presence } = given.wish;
  if (presence === null) return [];
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

function gone(given: Case, states: readonly State[]): Finding[] {
  const { name, wish, turns, refused } = given;
  const removal = turns.findLast(({ after }) => after === null);
  const isOthers = removal?.by === 'elsewhere';
  if (wish.presence !== null) {
    return isOthers && (wish.presence.isSoft || removal.atMs >= wish.presence.atMs)
      ? []
      : [lost('an added language is there', `${name} is not on the profile`)];
  }
  // The person removed it: whether anybody asked for that is judged with the request.
  if (!isOthers) return [];
  return [...wish.values].flatMap(([field, wanted]) =>
    isGivenWay(given, states, removal.id, field, wanted) || refused.includes(field)
      ? []
      : [lost('a change of a language that is gone is asked about', `${name}: ${field}=${wanted.value}`)],
  );
}

function missingValues(given: Case, states: readonly State[], id: string): Finding[] {
  const { name, wish, turns, refused } = given;
  const fields = states.at(-1)?.items.get(id);
  return [...wish.values].flatMap(([field, wanted]) => {
    if (fields?.[field] === wanted.value || refused.includes(field)) return [];
    const writer = writerOf(turns, id, field);
    const isOthers = writer?.by === 'elsewhere' && isGivenWay(given, states, id, field, wanted);
    return isOthers
      ? []
      : [
          lost(
            'the last value that somebody chose is on the profile',
            `${name}: ${field} is ${fields?.[field]}, not ${wanted.value}`,
          ),
        ];
  });
}

/** Whether other devices' changes may stand instead of a wish: that had come true, or asked for nothing new. */
function isGivenWay(
  given: Case,
  states: readonly State[],
  id: string,
  field: FieldName,
  wanted: WantedValue,
) {
  const last = given.turns
    .filter(({ id: other, before, after }) => other === id && before?.[field] !== after?.[field])
    .toReversed();
  const own = last.findIndex(({ by }) => by === 'client');
  const others = own < 0 ? last : last.slice(0, own);
  const isNothingNew = others.some(({ before }) => before?.[field] === wanted.value);
  // Another one than the person spoke of: a device made it anew since.
  const isAnother = others.some(({ before, atMs }) => before === null && atMs >= wanted.atMs);
  return isAnother || wanted.isSoft || isNothingNew || hasBeen(states, field, wanted);
}

function hasBeen(states: readonly State[], field: FieldName, { value, atMs }: WantedValue): boolean {
  return statesSince(states, atMs).some(({ items }) =>
    [...items.values()].some((fields) => fields[field] === value),
  );
}

function lost(rule: string, what: string): Finding {
  return { kind: 'lost', rule, what };
}
