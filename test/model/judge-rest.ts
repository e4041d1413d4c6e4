import { FIELD_NAMES } from '../../src/languages/fields';
import type { LanguageFields } from '../../src/languages/language';
import { isOpen } from '../../src/outbox/edit';
import type { LanguageLine } from '../../src/outbox/fold';
import type { AccountState } from '../../src/storage/account-state';
import type { Evidence } from './evidence';
import type { Finding } from './findings';
import { tagOf } from './wish';

/** Everything at rest: all is well, and nothing has happened for long. */
export interface Rest {
  readonly evidence: Evidence;
  readonly state: AccountState;
  /** What the popup shows. */
  readonly lines: readonly LanguageLine[];
}

/** The most that may be kept of one account whose edits are all through. */
const MAX_BYTES = 64 * 1_024;

/** What is wrong with what is stored and shown when nothing is left to do. */
export function judgeRest(rest: Rest): Finding[] {
  return [...judgeOutbox(rest), ...judgeQuestions(rest), ...judgeView(rest), ...judgeTwins(rest)];
}

function judgeOutbox({ evidence, state }: Rest): Finding[] {
  const stuck = state.edits.filter(({ state: { status } }) => status !== 'parked');
  const size = JSON.stringify(state).length;
  return [
    ...stuck.map((edit) =>
      broken('only questions stay in the outbox', `${edit.kind} ${tagOf(edit)} is ${edit.state.status}`),
    ),
    ...(size > MAX_BYTES ? [broken('storage does not grow', `${evidence.account} takes ${size} bytes`)] : []),
    ...(state.gate !== null ? [broken('no gate stays closed', state.gate.code)] : []),
  ];
}

/** A question must have a reason, and an answer that is not given yet. */
function judgeQuestions({ state, evidence }: Rest): Finding[] {
  const { turns, profile, refusals } = evidence;
  const doubtful = doubtfulTags(evidence);
  return state.edits.filter(isOpen).flatMap((edit) => {
    if (edit.state.status !== 'parked') return [];
    const { code, status } = edit.state.reason;
    const tag = tagOf(edit);
    const what = `${edit.kind} ${tag}: ${code} ${status ?? ''}`;
    const isThere = [...profile.values()].some((fields) => fields.tag === tag);
    if (edit.kind === 'remove' && status === 404 && !isThere)
      return [broken('a removal that is done is not asked about', what)];
    if (code !== 'changed-elsewhere') {
      return status !== null && refusals.includes(status) ? [] : [broken('a refusal was one', what)];
    }
    const isOthers = doubtful.has(tag) || turns.some((turn) => turn.tag === tag && turn.by === 'elsewhere');
    return isOthers ? [] : [broken('nobody is asked about what nobody else touched', what)];
  });
}

/** Languages of which it is not clear what the person, or only the person, has said. */
function doubtfulTags({ sayings, seeds, spoilt }: Evidence): ReadonlySet<string | null> {
  const doubtful = new Set(spoilt);
  const others = new Set([...seeds.values()].map(({ tag }) => tag));
  for (const [index, { edit, tag, command, isStored }] of sayings.entries()) {
    const isAtOnce = sayings.some((each, at) => at < index && each.tag === tag && each.command === command);
    const meetsOthers = edit.kind === 'add' && others.has(tag);
    // Nobody adds what they see: their list had gone with a sign-out, and was not read again.
    const last = sayings.slice(0, index).findLast((each) => each.tag === tag);
    const isUnseen = edit.kind === 'add' && last !== undefined && last.edit.kind !== 'remove';
    if (!isStored || isAtOnce || meetsOthers || isUnseen) doubtful.add(tag);
  }
  return doubtful;
}

function judgeView({ lines, evidence: { profile } }: Rest): Finding[] {
  const asked = new Set(lines.flatMap(({ problem, tag }) => (problem ? [tag] : [])));
  const shown = lines.filter(({ tag }) => !asked.has(tag)).map(toText);
  const there = [...profile.values()].filter(({ tag }) => !asked.has(tag)).map(toText);
  const [view, truth] = [shown.toSorted().join('; '), there.toSorted().join('; ')];
  return view === truth ? [] : [broken('the popup shows the profile', `${view}\n  is not ${truth}`)];
}

/** At no time is more than one language of a kind of our making. */
function judgeTwins({ evidence: { turns } }: Rest): Finding[] {
  const there = new Map<string, string>();
  return turns.flatMap(({ by, before, after, tag, id }): Finding[] => {
    if (before === null && by === 'client') {
      const isSecond = [...there.values()].some((other) => other === String(tag));
      there.set(id, String(tag));
      return isSecond ? [{ kind: 'doubled', rule: 'a language is there once', what: `${tag} as ${id}` }] : [];
    }
    if (after === null) there.delete(id);
    return [];
  });
}

function toText(fields: LanguageFields): string {
  return FIELD_NAMES.map((name) => fields[name] ?? '-').join(' ');
}

function broken(rule: string, what: string): Finding {
  return { kind: 'broken', rule, what };
}
