import type { LanguageFields } from '../../src/languages/language';
import * as catalogue from '../../src/storage/catalogue';
import type { Execution, LoggedRequest } from '../world/service-log';
import { toFields, type Turn, turnsOf } from './history';
import type { Person, Stage } from './stage';
import { type Saying, tagOf } from './wish';

/** All that is known of one account: what its person said, what was asked of the service, and what became of it. */
export interface Evidence {
  readonly account: string;
  /** What was said in popups, in the order in which it is meant, forgotten sayings included. */
  readonly sayings: readonly Saying[];
  /** What was said since the last sign-out, which gave up everything before. */
  readonly valid: readonly Saying[];
  readonly requests: readonly LoggedRequest[];
  /** Every change of the profile, oldest first. */
  readonly turns: readonly Turn[];
  /** The profile at the start, by id. */
  readonly seeds: ReadonlyMap<string, LanguageFields>;
  readonly profile: ReadonlyMap<string, LanguageFields>;
  /** Statuses that requests were refused with. */
  readonly refusals: readonly number[];
  /** Languages whose stored edits were damaged or vanished. */
  readonly spoilt: ReadonlySet<string | null>;
  /** When a request was sent; long ago for one that nobody knows. */
  readonly sentAtMs: (requestId: string | null) => number;
  /** Until when others' changes were known to whoever sent the request: the profile's time in the read before it. */
  readonly knownUntilMs: (requestId: string | null) => number;
}

/** Collects what the stage knows of a person. */
export function collect(stage: Stage, { account: { key } }: Person): Evidence {
  const { service } = stage.world;
  const outs = stage.signOuts.filter(({ account }) => account === key);
  const lastOut = outs.at(-1) ?? { atMs: -Infinity, command: 0 };
  const sayings = sayingsOf(stage, key);
  const requests = service.log.filter(({ account }) => account === key);
  const byRequestId = new Map(requests.map((request) => [request.requestId, request]));
  const sentAtMs = (requestId: string | null) => byRequestId.get(requestId)?.atMs ?? -Infinity;
  // What was sent before a sign-out, or comes true after it, is nobody's any more; the rest is another browser's.
  const isForgotten = ({ requestId, atMs }: Execution) =>
    !byRequestId.has(requestId) ||
    sentAtMs(requestId) < lastOut.atMs ||
    outs.some((out) => sentAtMs(requestId) <= out.atMs && out.atMs <= atMs);
  const spoilt = sayings.filter(({ edit }) => stage.spoilt.has(catalogue.edit(key, edit.id).key));
  return {
    account: key,
    sayings,
    valid: sayings.filter(({ command }) => command > lastOut.command),
    requests,
    turns: turnsOf(service.executions, key, isForgotten),
    seeds: new Map((stage.seeds.get(key) ?? []).map((each) => [each.id, toFields(each)])),
    profile: new Map(service.profileOf(key).map((each) => [each.id, toFields(each)])),
    refusals: stage.refusals
      .filter(({ account }) => account === key || account === null)
      .map(({ status }) => status),
    spoilt: new Set(spoilt.map(({ tag }) => tag)),
    sentAtMs,
    knownUntilMs: (requestId) => {
      const sent = byRequestId.get(requestId);
      const read = requests.findLast((each) => each.nth < (sent?.nth ?? 0) && isList(each));
      return stage.shownMs.get(read?.nth ?? 0) ?? -Infinity;
    },
  };
}

function isList({ method, status, path }: LoggedRequest): boolean {
  return method === 'GET' && status === 200 && path.endsWith('/languages');
}

function sayingsOf({ world, said }: Stage, account: string): Saying[] {
  const known = new Set<string>();
  const sayings = world.clicks.map(({ edit, state }, index): Saying => {
    const how = known.has(edit.id) ? 'decide' : 'act';
    known.add(edit.id);
    const { atMs = 0, command = 0, questions = [] } = said[index] ?? {};
    const tag = tagOf(edit);
    const shown = questions.filter((each) => each.tag === tag);
    return { atMs, command, account: edit.account, tag, edit, how, shown, isStored: state === 'kept' };
  });
  return sayings.filter((saying) => saying.account === account).toSorted(inTurn);
}

/** Two popups in one tick: nobody was first, and the edits' own order is as good as any. */
function inTurn(a: Saying, b: Saying): number {
  // What is given up keeps its old number.
  const isNumbered = [a, b].every(({ edit }) => edit.state.status !== 'done');
  if (a.command !== b.command || !isNumbered) return a.command - b.command;
  return a.edit.seq - b.edit.seq || (a.edit.id < b.edit.id ? -1 : 1);
}
