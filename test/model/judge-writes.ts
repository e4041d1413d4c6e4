import { FIELD_NAMES } from '../../src/languages/fields';
import type { LanguageFields } from '../../src/languages/language';
import type { LoggedRequest } from '../world/service-log';
import type { Evidence } from './evidence';
import type { Finding } from './findings';
import { type Turn, writerOf } from './history';
import { type Saying, wantedBy } from './wish';

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

/** Finds what another device wrote, the person had not seen, and a request of ours destroyed. */
export function judgeTurn(index: number, evidence: Evidence): Finding[] {
  const { turns } = evidence;
  const turn = turns[index];
  if (turn?.by !== 'client' || turn.before === null) return [];
  const { requestId } = turn.execution;
  const sentAtMs = evidence.sentAtMs(requestId);
  const own = evidence.sayings.filter(({ tag, atMs }) => tag === turn.tag && atMs <= sentAtMs);
  if (turn.after === null && !own.some(({ edit }) => edit.kind === 'remove')) {
    return judgeHealing(turn, turns.slice(0, index), evidence.knownUntilMs(requestId));
  }
  const { before, after } = turn;
  const touched = FIELD_NAMES.filter((name) => after?.[name] !== before[name]);
  return touched.flatMap((field) => {
    if (after === null && field === 'audience') return [];
    const writer = writerOf(turns, turn.id, field, index);
    if (writer?.by === 'client') return [];
    if (writer !== null && writer.atMs > evidence.knownUntilMs(requestId)) return [];
    const isSeen = before[field] === null || own.some((saying) => hasSeen(saying, field, before[field]));
    const what = `${turn.tag}: ${field}=${before[field]} became ${after ? after[field] : 'nothing'}`;
    return isSeen ? [] : [{ kind: 'overwritten', rule: "nobody's change is overwritten unseen", what }];
  });
}

function hasSeen({ edit, shown }: Saying, field: FieldName, value: LanguageFields[FieldName]): boolean {
  if (shown.some((fields) => fields[field] === value)) return true;
  if (edit.kind === 'add') return edit.fields[field] === value;
  return edit.base[field] === value;
}

/** Removes a language that nobody asked to remove: right only for a second one of our making, alike in every field. */
function judgeHealing({ id, tag, before }: Turn, past: readonly Turn[], knownUntilMs: number): Finding[] {
  const isOurs = past.some((turn) => turn.id === id && turn.before === null && turn.by === 'client');
  const isLike = (other: LanguageFields | null) =>
    other !== null && FIELD_NAMES.every((name) => other[name] === before?.[name]);
  const others = past.filter((turn) => turn.id !== id && turn.tag === tag);
  // It counts what was so when we last looked, or later.
  const isTwin = others.some(
    (turn, index) =>
      isLike(turn.after) &&
      !others.slice(index + 1).some((next) => next.id === turn.id && next.atMs <= knownUntilMs),
  );
  if (isOurs && isTwin) return [];
  return [
    { kind: 'overwritten', rule: 'only what somebody removed goes', what: `${tag} (${id}) was removed` },
  ];
}
