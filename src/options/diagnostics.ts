import { isCloudName } from '../identity/clouds';
import { isGuid } from '../identity/guid';
import type { Edit } from '../outbox/edit';
import type { Gate } from '../outbox/gate';
import type { PageState } from '../storage/page-state';
import type { Policy } from '../storage/policy';
import type { KeptSettings } from '../storage/settings';
import type { TenantCheck } from '../storage/tenant-check';
import { detailLines } from '../ui/detail-lines';
import type { Versions } from '../ui/versions';

/** What runs, and when this was asked. */
export interface Around extends Versions {
  readonly nowMs: number;
}

/** What support may know: where all is read from. */
export interface Known {
  readonly page: Pick<PageState, 'account' | 'languages' | 'signIn'>;
  readonly settings: KeptSettings;
  readonly check: TenantCheck | null;
}

/** As many events as anybody reads. */
const EVENT_LIMIT = 50;

const STATES = [
  'queued',
  'inflight',
  'ambiguous',
  'parked',
  'done',
] as const satisfies Edit['state']['status'][];

interface Happening {
  readonly atMs: number;
  readonly words: readonly (string | number | null)[];
}

/**
 * What support asks for, as text: versions, times, codes, ids of requests, and counts. Only what is named here gets into
 * it; nobody's name or address, no language, no tenant, no account key and no token. The events are what is stored and
 * not settled yet, latest first: no log is kept.
 */
export function diagnostics({ page, settings, check }: Known, around: Around): string {
  const { account, languages } = page;
  const { cloud, tenant, clientId } = settings.parts;
  const edits = languages?.edits ?? [];
  const unreadable = languages?.unreadable ?? [];
  const countOf = (status: string) => edits.filter(({ state }) => state.status === status).length;
  const facts = {
    extension: around.extension,
    browser: around.browser,
    time: toTime(around.nowMs),
    cloud: settings.inForce?.cloud,
    'cloud by': cloud?.by,
    'tenant by': tenant?.by,
    'client id by': clientId?.by,
    policy: namesOf(settings.policy) || null,
    'policy refused': settings.policy.refused.join(', ') || null,
    'signed in': account === null ? 'no' : 'yes',
    'cloud of the account': account !== null && isCloudName(account.cloud) ? account.cloud : null,
    gate: languages?.gate?.code ?? 'open',
    'last read': languages?.snapshot && toTime(languages.snapshot.fetchedAtMs),
    edits: STATES.map((status) => `${status} ${countOf(status)}`).join(', '),
    unreadable: ['damaged', 'newer']
      .map((reason) => `${reason} ${unreadable.filter((each) => each.reason === reason).length}`)
      .join(', '),
  };
  const events = [
    ...signInEvents(page.signIn),
    ...(check === null ? [] : [checkEvent(check)]),
    ...(languages?.gate ? [gateEvent(languages.gate)] : []),
    ...edits.flatMap(editEvents),
  ];
  const shown = events.toSorted((a, b) => b.atMs - a.atMs).slice(0, EVENT_LIMIT);
  return [
    detailLines(facts),
    `events, latest first: ${shown.length === 0 ? '-' : ''}`.trim(),
    ...shown.map(({ atMs, words }) => [toTime(atMs), ...words.map((each) => each ?? '-')].join(' ')),
  ].join('\n');
}

/** The parts that are prescribed, without what they say. */
function namesOf({ refused: _, ...parts }: Policy): string {
  return Object.entries(parts)
    .filter(([, part]) => part !== null)
    .map(([name]) => name)
    .join(', ');
}

function signInEvents(signIn: PageState['signIn']): Happening[] {
  if (signIn.status !== 'failed') return [];
  const { code, serviceCode, trace = {}, atMs } = signIn;
  const ids = Object.entries(trace).map(([name, value]) => `${name} ${value}`);
  return [{ atMs, words: ['sign-in', code, toCode(serviceCode), ...ids] }];
}

function checkEvent({ askedAtMs, cloud, answer }: TenantCheck): Happening {
  return { atMs: askedAtMs, words: ['tenant-check', cloud, answer?.outcome ?? null] };
}

function gateEvent({ code, count, setAtMs, waitMs, status, serviceCode, requestId }: Gate): Happening {
  const wait = waitMs === null ? 'no end' : `${waitMs} ms`;
  const words = ['gate', code, `${count}x`, wait, status, toCode(serviceCode), toId(requestId)];
  return { atMs: setAtMs, words };
}

function editEvents({ kind, tries, state }: Edit): Happening[] {
  switch (state.status) {
    case 'parked': {
      const { code, status, serviceCode, requestId, atMs } = state.reason;
      return [{ atMs, words: [kind, state.status, code, status, toCode(serviceCode), toId(requestId)] }];
    }
    case 'inflight':
    case 'ambiguous': {
      const { sent, requestId, startedAtMs } = state.attempt;
      return [{ atMs: startedAtMs, words: [kind, state.status, sent, `${tries}x`, toId(requestId)] }];
    }
    case 'queued':
    case 'done':
      return [];
  }
}

/** A code of the service; null for what could be anything else. */
function toCode(code: string | null): string | null {
  return code !== null && /^(?:\w{1,64}|HTTP \d{3})$/.test(code) ? code : null;
}

/** The id of a request: a GUID. */
function toId(id: string | null): string | null {
  return id !== null && isGuid(id) ? id : null;
}

function toTime(atMs: number): string {
  return new Date(atMs).toISOString();
}
