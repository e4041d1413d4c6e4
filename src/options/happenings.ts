import type { Trace } from '../identity/failure';
import { isGuid } from '../identity/guid';
import type { Edit } from '../outbox/edit';
import type { Gate } from '../outbox/gate';
import type { LogEntry } from '../storage/log-entry';
import type { PageState } from '../storage/page-state';

/** One thing that support should know of: words of this program, codes, ids and figures, and nothing else. */
export interface Happening {
  readonly atMs: number;
  readonly words: readonly (string | number | null)[];
}

/** What went wrong, or is under way, and is stored until it is settled. */
export function unsettledIn({ signIn, languages }: Pick<PageState, 'signIn' | 'languages'>): Happening[] {
  return [
    ...signInEvents(signIn),
    ...(languages?.gate ? [gateEvent(languages.gate)] : []),
    ...(languages?.edits ?? []).flatMap(editEvents),
  ];
}

function signInEvents(signIn: PageState['signIn']): Happening[] {
  if (signIn.status !== 'failed') return [];
  const { code, serviceCode, trace = {}, atMs } = signIn;
  return [{ atMs, words: ['sign-in', code, toCode(serviceCode), ...traceOf(trace)] }];
}

/** An entry of the log. */
export function toHappening(entry: LogEntry): Happening {
  const { times, sinceMs, atMs, what, outcome, tookMs, status, serviceCode, waitMs } = entry;
  const { requestId, clientRequestId, trace } = entry;
  const facts = [
    times > 1 ? `${times}x since ${toTime(sinceMs)}` : null,
    `${Math.round(tookMs)} ms`,
    status,
    toCode(serviceCode),
    waitMs === null ? null : `wait ${waitMs} ms`,
  ].filter((each) => each !== null);
  const ids = idsOf({ 'request-id': requestId, 'client-request-id': clientRequestId });
  return { atMs, words: [what, outcome, ...facts, ...ids, ...traceOf(trace)] };
}

function traceOf(trace: Trace): string[] {
  return Object.entries(trace).map(([name, value]) => `${name} ${value}`);
}

function gateEvent({ code, count, setAtMs, waitMs, status, serviceCode, requestId }: Gate): Happening {
  const wait = waitMs === null ? 'no end' : `${waitMs} ms`;
  const words = [
    'gate',
    code,
    `${count}x`,
    wait,
    status,
    toCode(serviceCode),
    ...idsOf({ 'request-id': requestId }),
  ];
  return { atMs: setAtMs, words };
}

function editEvents({ kind, tries, state }: Edit): Happening[] {
  switch (state.status) {
    case 'parked': {
      const { code, status, serviceCode, requestId, atMs } = state.reason;
      const words = [
        kind,
        state.status,
        code,
        status,
        toCode(serviceCode),
        ...idsOf({ 'request-id': requestId }),
      ];
      return [{ atMs, words }];
    }
    case 'inflight':
    case 'ambiguous': {
      const { sent, requestId, startedAtMs } = state.attempt;
      const ids = idsOf({ 'client-request-id': requestId });
      return [{ atMs: startedAtMs, words: [kind, state.status, sent, `${tries}x`, ...ids] }];
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

/** Ids with their names; what is no GUID is none. */
function idsOf(named: Readonly<Record<string, string | null>>): string[] {
  return Object.entries(named).flatMap(([name, id]) => (id !== null && isGuid(id) ? [`${name} ${id}`] : []));
}

/** As support reads times: in UTC, by ISO 8601. */
export function toTime(atMs: number): string {
  return new Date(atMs).toISOString();
}
