import { isCloudName } from '../identity/clouds';
import { isSameConfiguration } from '../identity/configuration';
import type { Edit } from '../outbox/edit';
import type { LogEntry } from '../storage/log-entry';
import type { PageState } from '../storage/page-state';
import type { Policy } from '../storage/policy';
import { registrationInUse } from '../storage/registration-keys';
import type { KeptSettings } from '../storage/settings';
import { readStored } from '../storage/stored';
import { detailLines } from '../ui/detail-lines';
import type { Versions } from '../ui/versions';
import { type Happening, toHappening, toTime, unsettledIn } from './happenings';

/** What runs, and when this was asked. */
export interface Around extends Versions {
  readonly nowMs: number;
  /** Whether the browser has a network at all. */
  readonly isOnline: boolean;
}

/** What support may know: where all is read from. */
export interface Known {
  readonly page: Pick<PageState, 'account' | 'languages' | 'record' | 'signIn'>;
  readonly settings: KeptSettings;
  /** Oldest first. */
  readonly log: readonly LogEntry[];
}

/** As many as anybody reads. */
const UNSETTLED_LIMIT = 50;

const STATES = [
  'queued',
  'inflight',
  'ambiguous',
  'parked',
  'done',
] as const satisfies Edit['state']['status'][];

/**
 * What support asks for, as text: versions, times, codes, ids of requests, and counts. Only what is named here gets into
 * it; nobody's name or address, no language, no tenant, no account key and no token. What is not settled yet is stored
 * until it is; the log is of this run of the browser, and has nothing of what others did who were signed in before.
 */
export function diagnostics({ page, settings, log }: Known, around: Around): string {
  const { account, languages } = page;
  const { cloud, tenant, clientId } = settings.parts;
  const inUse = readStored(page.record, registrationInUse);
  const edits = languages?.edits ?? [];
  const unreadable = languages?.unreadable ?? [];
  const countOf = (status: string) => edits.filter(({ state }) => state.status === status).length;
  const facts = {
    extension: around.extension,
    browser: around.browser,
    online: around.isOnline ? 'yes' : 'no',
    time: toTime(around.nowMs),
    cloud: settings.inForce?.cloud,
    'cloud by': cloud?.by,
    'tenant by': tenant?.by,
    'client id by': clientId?.by,
    policy: namesOf(settings.policy) || null,
    'policy refused': settings.policy.refused.join(', ') || null,
    'signed in': account === null ? 'no' : 'yes',
    'signed in with':
      inUse && (isSameConfiguration(inUse, settings.inForce) ? 'what is in force' : 'another registration'),
    'cloud of the account': account !== null && isCloudName(account.cloud) ? account.cloud : null,
    gate: languages?.gate?.code ?? 'open',
    'last read': languages?.snapshot && toTime(languages.snapshot.fetchedAtMs),
    edits: STATES.map((status) => `${status} ${countOf(status)}`).join(', '),
    unreadable: ['damaged', 'newer']
      .map((reason) => `${reason} ${unreadable.filter((each) => each.reason === reason).length}`)
      .join(', '),
  };
  return [
    detailLines(facts),
    section(
      'unsettled',
      unsettledIn(page)
        .toSorted((a, b) => b.atMs - a.atMs)
        .slice(0, UNSETTLED_LIMIT),
    ),
    // In the order in which it was written: a clock may have been set meanwhile.
    section('log', log.map(toHappening).reverse()),
  ].join('\n\n');
}

function section(name: string, happenings: readonly Happening[]): string {
  return [
    `${name}, latest first: ${happenings.length === 0 ? '-' : ''}`.trim(),
    ...happenings.map(({ atMs, words }) => [toTime(atMs), ...words.map((each) => each ?? '-')].join(' ')),
  ].join('\n');
}

/** The parts that are prescribed, without what they say. */
function namesOf({ refused: _, ...parts }: Policy): string {
  return Object.entries(parts)
    .filter(([, part]) => part !== null)
    .map(([name]) => name)
    .join(', ');
}
