import type { LoggedParts } from '../../src/background/worker-parts';
import type { FailedRequest, RetryDecision } from '../../src/graph/decide-retry';
import type { mendStorage } from '../../src/storage/mend-storage';
import type { EngineParts } from '../../src/sync/engine-parts';
import { browser } from '../../src/browser';
import { GraphFailure } from '../../src/graph/failure';
import { fieldsOf } from '../../src/languages/fields';
import { inState } from '../../src/outbox/edit';
import { readAccount } from '../../src/storage/account-state';
import { planMending } from '../../src/storage/plan-mending';
import type { AccountChanges } from '../../src/storage/account-state';
import {
  type Beginning,
  BEHIND_A_PORTAL,
  KILLED_WHILE_MENDING,
  KILLED_WHILE_SENDING,
  KILLED_WHILE_STORING,
  LATE_504,
  REMOVED_TWICE,
  RENEWING,
} from './beginnings';
import type { Weights } from './commands';

/** One way to get it wrong, put over the parts that get it right. What is left out stays as it is. */
export interface Bug {
  readonly name: string;
  /** Proportions in which commands bring it to light. */
  readonly weights: Weights;
  /** Where the weights alone would need hundreds of runs. */
  readonly beginning?: Beginning;
  readonly worker?: (parts: LoggedParts) => LoggedParts;
  readonly engine?: (parts: EngineParts) => EngineParts;
  readonly retry?: (request: FailedRequest, right: RetryDecision) => RetryDecision;
  readonly retryAfterMs?: (header: string | null, right: number | null) => number | null;
  readonly mend?: typeof mendStorage;
  /** True: an engine that was stopped goes on with what it has under way. */
  readonly neverStops?: boolean;
}

const KILLS: Weights = { deeds: 20, elsewhere: 1, kill: 10, advance: 16, trouble: 8, lag: 3 };
const CALM: Weights = { deeds: 10, kill: 10, advance: 10 };
const ANSWERS: Weights = { deeds: 20, advance: 20, trouble: 20, lag: 4 };
const OTHERS: Weights = { deeds: 20, elsewhere: 12, advance: 14, lag: 3, trouble: 4 };

type Commit = (commit: (changes: AccountChanges) => Promise<void>, changes: AccountChanges) => Promise<void>;

/** The parts in which every change of what is stored goes another way. */
function committing(change: (parts: EngineParts) => Commit): (parts: EngineParts) => EngineParts {
  return (parts) => {
    const through = change(parts);
    const commit = (changes: AccountChanges) => through((each) => parts.store.commit(each), changes);
    return { ...parts, store: { ...parts.store, commit } };
  };
}

function isClaim({ edits = [] }: AccountChanges): boolean {
  return edits.some(({ state }) => state.status === 'inflight');
}

/** Stores the claim only together with what the answer changes. */
const claimAfterFetch = committing(() => {
  let held: AccountChanges = {};
  return async (commit, changes) => {
    if (isClaim(changes)) {
      held = changes;
      return;
    }
    const edits = [...(held.edits ?? []), ...(changes.edits ?? [])];
    const both = { ...held, ...changes, edits };
    held = {};
    await commit(both);
  };
});

const removedBeforeFetch = committing((parts) => async (commit, changes) => {
  await commit(changes);
  if (isClaim(changes)) await parts.store.removeEdits((changes.edits ?? []).map(({ id }) => id));
});

const withoutSettling = committing((parts) => async (commit, changes) => {
  const edits = (changes.edits ?? []).map((edit) =>
    edit.state.status === 'ambiguous'
      ? inState(edit, { ...edit.state, notBeforeMs: parts.nowMs(), settledAtMs: parts.nowMs(), misses: 99 })
      : edit,
  );
  await commit({ ...changes, edits });
});

const inTwoSets = committing(() => async (commit, { edits, ...rest }) => {
  if (edits) await commit({ edits });
  await commit(rest);
});

function sendingEverything(parts: EngineParts): EngineParts {
  const { graph } = parts;
  const updateLanguage: typeof graph.updateLanguage = async (call, id, changed) => {
    const current = (await graph.listLanguages(call)).find((language) => language.id === id);
    return graph.updateLanguage(call, id, { ...(current && fieldsOf(current)), ...changed });
  };
  return { ...parts, graph: { ...graph, updateLanguage } };
}

function believingPortals(parts: EngineParts): EngineParts {
  const { graph } = parts;
  const listLanguages: typeof graph.listLanguages = async (call) => {
    try {
      return await graph.listLanguages(call);
    } catch (error) {
      if (error instanceof GraphFailure && error.code === 'not-graph' && error.status === 200) return [];
      throw error;
    }
  };
  return { ...parts, graph: { ...graph, listLanguages } };
}

function usingActiveAccount(parts: LoggedParts): LoggedParts {
  const { identity } = parts;
  const accessToken: typeof identity.accessToken = async (account, options) => {
    const own = await identity.accessToken(account, options);
    const active = await readAccount();
    return active === null || active.key === account.key ? own : identity.accessToken(active);
  };
  return { ...parts, identity: { ...identity, accessToken } };
}

const removingFirst: typeof mendStorage = async (mirror, parts) => {
  const { local } = browser.storage;
  const record = await local.get(null);
  const mirrored = await mirror.readAll();
  if (parts.hasStopped()) return;
  const { set, putMirror, removeMirror } = planMending(record, mirrored, parts.nowMs, parts.newId);
  const keys = Object.keys(set);
  if (keys.length > 0) {
    await local.remove(keys);
    await mirror.remove(keys);
    await local.set(set);
  }
  await mirror.put({ ...putMirror, ...set });
  await mirror.remove([...removeMirror]);
};

/** What others got wrong, or could have; each has to be noticed. */
export const BUGS: readonly Bug[] = [
  {
    name: 'B1 sends before the claim is stored',
    weights: KILLS,
    beginning: KILLED_WHILE_SENDING,
    engine: claimAfterFetch,
  },
  { name: 'B2 removes the edit before it is sent', weights: KILLS, engine: removedBeforeFetch },
  {
    name: 'B3 sends a create again after 504',
    weights: ANSWERS,
    beginning: LATE_504,
    retry: ({ failure, kind }, right) =>
      kind === 'create' && failure.status === 504 ? { next: 'put-off' } : right,
  },
  { name: 'B4 does not wait until an unclear create has settled', weights: ANSWERS, engine: withoutSettling },
  {
    name: 'B5 stores snapshot and edit in two sets',
    weights: CALM,
    beginning: KILLED_WHILE_STORING,
    engine: inTwoSets,
  },
  {
    name: 'B6 takes 404 at a removal for an error',
    weights: OTHERS,
    beginning: REMOVED_TWICE,
    retry: ({ failure, kind }, right) =>
      kind === 'remove' && failure.code === 'not-found' ? { next: 'park' } : right,
  },
  { name: 'B7 sends the whole language at a change', weights: OTHERS, engine: sendingEverything },
  {
    name: 'B8 waits three minutes at most',
    weights: ANSWERS,
    retryAfterMs: (_, right) => right && Math.min(right, 180_000),
  },
  {
    name: 'B9 takes a wait that it cannot read for none',
    weights: ANSWERS,
    retryAfterMs: (header, right) => (header !== null && right === null ? 0 : right),
  },
  {
    name: 'B10 sends with the token of whoever is signed in',
    weights: { deeds: 10, advance: 10, 'sign-in': 10 },
    beginning: RENEWING,
    worker: usingActiveAccount,
    neverStops: true,
  },
  {
    name: 'B11 removes before it sets when it mends',
    weights: { deeds: 20, spoil: 10, kill: 20, advance: 10, online: 4, open: 6, close: 4 },
    beginning: KILLED_WHILE_MENDING,
    mend: removingFirst,
  },
  {
    name: 'B12 takes a page of the network for an empty list',
    weights: { deeds: 20, advance: 20, trouble: 40 },
    beginning: BEHIND_A_PORTAL,
    engine: believingPortals,
  },
];
