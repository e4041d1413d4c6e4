import { areFieldsEqual, FIELD_NAMES } from '../../src/languages/fields';
import type { LanguageFields } from '../../src/languages/language';
import type { LoggedRequest } from '../world/service-log';
import type { Evidence } from './evidence';
import type { Finding } from './findings';
import { type Turn, writerOf } from './history';
import { type Saying, wantedBy, wishOf } from './wish';

type FieldName = keyof LanguageFields;

const WIRE_NAMES: Readonly<Record<FieldName, string>> = {
  displayName: 'displayName',
  tag: 'tag',
  proficiency: 'proficiency',
  spoken: 'spoken',
  written: 'written',
  reading: 'reading',
  audience: 'allowedAudiences',
  isVerified: 'inference',
};

/** Finds fields in a request that the person did not change in that language, or not to that value. */
export function judgeRequest(request: LoggedRequest, { sayings, turns, seeds }: Evidence): Finding[] {
  const { method, id, body, atMs } = request;
  if (typeof body !== 'object' || body === null) return [];
  const known = id === null ? undefined : (seeds.get(id) ?? turns.find((turn) => turn.id === id));
  const tag = id === null && 'tag' in body ? body.tag : known?.tag;
  const own = sayings.filter((saying) => saying.tag === tag && saying.atMs <= atMs);
  return Object.entries(body).flatMap(([wireName, value]: [string, unknown]) => {
    const field = FIELD_NAMES.find((name) => WIRE_NAMES[name] === wireName);
    const isAsked = field !== undefined && own.some(({ edit }) => wantedBy(edit)[field] === value);
    const what = `${method} ${String(tag)} carries ${wireName}=${JSON.stringify(value)}`;
    return isAsked ? [] : [{ kind: 'broken', rule: 'a request carries only what the person changed', what }];
  });
}

/** A value of another device that the person had not seen, and that a request of ours wrote over. */
interface Overwriting {
  readonly what: string;
  /** It was written after the read that went before the request: nobody can help that. */
  readonly isBetween: boolean;
}

/** Finds what another device wrote, the person had not seen, and a request of ours destroyed. */
export function judgeTurn(index: number, evidence: Evidence): Finding[] {
  const { turns } = evidence;
  const turn = turns[index];
  if (turn?.by !== 'client') return [];
  if (isHealing(turn, evidence)) {
    const { requestId } = turn.execution;
    return judgeHealing(turn, turns.slice(0, index), evidence.knownUntilMs(requestId));
  }
  return overwritingsOf(index, evidence)
    .filter(({ isBetween }) => !isBetween)
    .map(({ what }) => ({ kind: 'overwritten', rule: "nobody's change is overwritten unseen", what }));
}

/** What one change of the profile destroyed of others' that the person had not seen. */
export function overwritingsOf(index: number, evidence: Evidence): Overwriting[] {
  const { turns } = evidence;
  const turn = turns[index];
  if (turn?.by !== 'client' || turn.before === null) return [];
  const { before, after, execution } = turn;
  const own = sayingsBefore(turn, evidence);
  const touched = FIELD_NAMES.filter((name) => after?.[name] !== before[name]);
  return touched.flatMap((field) => {
    if (after === null && field === 'audience') return [];
    const writer = writerOf(turns, turn.id, field, index);
    if (writer?.by === 'client') return [];
    const isBetween = writer !== null && writer.atMs >= evidence.knownUntilMs(execution.requestId);
    const isSeen = before[field] === null || own.some((saying) => hasSeen(saying, field, before[field]));
    const what = `${turn.tag}: ${field}=${before[field]} became ${after ? after[field] : 'nothing'}`;
    return isSeen ? [] : [{ what, isBetween }];
  });
}

/** What the person had said of a language before the request left that changed it. */
function sayingsBefore({ tag, execution }: Turn, { sayings, sentAtMs }: Evidence): Saying[] {
  const sentMs = sentAtMs(execution.requestId);
  return sayings.filter((saying) => saying.tag === tag && saying.atMs <= sentMs);
}

function hasSeen({ edit, shown }: Saying, field: FieldName, value: LanguageFields[FieldName]): boolean {
  if (shown.some((fields) => fields[field] === value)) return true;
  if (edit.kind === 'add') return edit.fields[field] === value;
  return edit.base[field] === value;
}

/**
 * Languages of which a double was removed in the very round trip in which another device removed the other one: neither
 * could know.
 */
export function goneBetween(evidence: Evidence): ReadonlySet<string | null> {
  const { turns, knownUntilMs } = evidence;
  const healings = turns.filter(
    (turn) =>
      turn.by === 'client' &&
      turn.after === null &&
      wishOf(sayingsBefore(turn, evidence)).presence?.isWanted === true,
  );
  const isMet = (healing: Turn) =>
    turns.some(
      ({ by, tag, after, atMs }) =>
        by === 'elsewhere' &&
        tag === healing.tag &&
        after === null &&
        atMs >= knownUntilMs(healing.execution.requestId) &&
        atMs <= healing.atMs,
    );
  return new Set(healings.filter(isMet).map(({ tag }) => tag));
}

/** True for a removal that nobody had asked for. */
function isHealing(turn: Turn, evidence: Evidence): boolean {
  return turn.after === null && !sayingsBefore(turn, evidence).some(({ edit }) => edit.kind === 'remove');
}

/**
 * Removes a language that nobody asked to remove: right only for a second one that a browser of the person made, alike
 * in every field.
 */
function judgeHealing({ id, tag, before }: Turn, past: readonly Turn[], knownUntilMs: number): Finding[] {
  const isOurs = past.some(
    (turn) => turn.id === id && turn.before === null && turn.execution.by === 'client',
  );
  // What it was when we last looked: what was written since, nobody could know.
  const seen = past.findLast((turn) => turn.id === id && turn.atMs < knownUntilMs)?.after ?? before;
  const isLike = (other: LanguageFields | null) =>
    other !== null && [before, seen].some((each) => each !== null && areFieldsEqual(other, each));
  const others = past.filter((turn) => turn.id !== id && turn.tag === tag);
  // It counts what was so when we last looked, or later.
  const isTwin = others.some(
    (turn, index) =>
      isLike(turn.after) &&
      !others.slice(index + 1).some((next) => next.id === turn.id && next.atMs < knownUntilMs),
  );
  if (isOurs && isTwin) return [];
  return [
    { kind: 'overwritten', rule: 'only what somebody removed goes', what: `${tag} (${id}) was removed` },
  ];
}
