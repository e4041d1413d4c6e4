import type { LanguageFields } from '../../src/languages/language';
import type { LanguageRef } from '../../src/outbox/edit';
import { type Case, type State, statesSince } from './case';
import { type Finding, lost } from './findings';
import { writerOf } from './history';
import { type Saying, type WantedValue, type Wish, wishOf } from './wish';

type FieldName = keyof LanguageFields;

/**
 * Which values of a language that is there neither came true nor gave way. Where it is there twice, any of the two may
 * have what was said of the language; what was said of one row is to be in that one, or was asked about where another
 * device has removed it.
 */
export function judgeValues(given: Case, states: readonly State[]): Finding[] {
  const ids = [...(states.at(-1)?.items.keys() ?? [])];
  const rows = ids.map((id) => missingValues(given, states, id));
  const ofRows = rows.flat().filter(({ isOfRow }) => isOfRow);
  const missing = ofRows.length > 0 ? ofRows : (rows.find((each) => each.length === 0) ?? rows[0] ?? []);
  const gone = new Set(
    given.turns.map(({ id }) => id).filter((row) => ids.some((id) => wentBeside(given, states, id, row))),
  );
  return [
    ...missing.map(({ finding }) => finding),
    ...[...gone].flatMap((row) => {
      const own = given.sayings.filter((saying) => rowOf(given, saying) === row);
      return judgeLastWords(given, wishOf(own), states, row);
    }),
  ];
}

/** Which values of a language that another device removed neither gave way nor were asked about. */
export function judgeLastWords(
  given: Case,
  { values }: Wish,
  states: readonly State[],
  id: string,
): Finding[] {
  return [...values].flatMap(([field, wanted]) => {
    const isWell = isGivenWay(given, states, id, field, wanted) || given.refused.includes(field);
    const what = `${given.name}: ${field}=${wanted.value}`;
    return isWell ? [] : [lost('a change of a language that is gone is asked about', what)];
  });
}

interface Missing {
  /** True for a value that was chosen in this very row. */
  readonly isOfRow: boolean;
  readonly finding: Finding;
}

function missingValues(given: Case, states: readonly State[], id: string): Missing[] {
  const { name, sayings, turns, refused } = given;
  const wish = wishOf(sayings.filter((saying) => !isOfOther(given, states, id, saying)));
  const fields = states.at(-1)?.items.get(id);
  return [...wish.values].flatMap(([field, wanted]) => {
    if (fields?.[field] === wanted.value || refused.includes(field)) return [];
    const writer = writerOf(turns, id, field);
    if (writer?.by === 'elsewhere' && isGivenWay(given, states, id, field, wanted)) return [];
    const finding = lost(
      'the last value that somebody chose is on the profile',
      `${name}: ${field} is ${fields?.[field]}, not ${wanted.value}`,
    );
    return [{ isOfRow: wanted.row === id, finding }];
  });
}

/** Whether somebody spoke of another row, so that it is no matter to this one. */
function isOfOther(given: Case, states: readonly State[], id: string, saying: Saying): boolean {
  const row = rowOf(given, saying);
  const isThere = states.at(-1)?.items.has(row) === true;
  // What shall be there again may come to any row.
  const isAgain = given.sayings.some(
    ({ how, edit }) => how === 'decide' && edit.kind === 'add' && edit.id === saying.edit.id,
  );
  return row !== id && !isAgain && (isThere || wentBeside(given, states, id, row));
}

/** What an edit was about when it was made: an answer may speak of what it came to. */
function rowOf({ sayings }: Case, { edit }: Saying): LanguageRef {
  return (sayings.find((saying) => saying.edit.id === edit.id)?.edit ?? edit).language;
}

/** Whether another device has removed the other one of two rows, where this one was there, too. */
function wentBeside({ turns }: Case, states: readonly State[], id: string, other: LanguageRef): boolean {
  const last = turns.findLast((turn) => turn.id === other);
  if (other === id || last?.by !== 'elsewhere' || last.after !== null) return false;
  return statesSince(states, last.atMs)[0]?.items.has(id) === true;
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
