import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudNames } from '../../src/identity/clouds';
import { SIGN_IN_FAILURE_CODES } from '../../src/identity/failure';
import { diagnostics, type Known } from '../../src/options/diagnostics';
import type { Gate } from '../../src/outbox/gate';
import type { AccountState } from '../../src/storage/account-state';
import { anyOpenEdit, anySnapshot } from '../storage/arbitraries';
import { ACCOUNT_KEY, aLog, anAccount, anAdd, refusal } from '../support/builders';
import { fuzzRuns } from '../support/fuzz-runs';
import { registrationInUse } from '../../src/storage/registration-keys';
import { toRecord } from '../../src/storage/stored';
import { keptSettings } from './kept-settings';

const around = { extension: '1.2.3', browser: 'Firefox/153', nowMs: 0, isOnline: true };
const NO_SETTINGS = keptSettings({});
const REQUEST = '11111111-2222-4333-8444-555555555555';
const configuration = { cloud: 'global', tenant: 'contoso.com', clientId: REQUEST } as const;
const OTHER_GUID = '11111111-2222-4333-8444-000000000000';
const gate: Gate = {
  code: 'throttled',
  count: 2,
  setAtMs: 5_000,
  waitMs: 60_000,
  status: 429,
  serviceCode: 'TooManyRequests',
  requestId: REQUEST,
};

function about(
  { edits = [], ...more }: Partial<Pick<AccountState, 'edits' | 'gate' | 'unreadable'>> = {},
  known: Partial<Known> = {},
): string {
  const facts = { refusesProficiency: false };
  const languages = { snapshot: null, unreadable: [], gate: null, undo: null, facts, edits, ...more };
  const page = { account: anAccount(), languages, record: {}, signIn: { status: 'idle' } } as const;
  return diagnostics({ page, settings: NO_SETTINGS, log: [], ...known }, around);
}

/** The lines below a heading: of what is not settled yet, and of the log. */
const linesOf = (text: string, section: 1 | 2) => text.split('\n\n')[section]?.split('\n').slice(1);
const unsettledIn = (text: string) => linesOf(text, 1);

describe('the details for support', () => {
  it('tell versions, who configured what, and how many edits there are of each state', () => {
    const damaged = { key: 'k', text: '', reason: 'damaged' } as const;
    const parked = anAdd({ state: { status: 'parked', reason: refusal } });
    const settings = keptSettings({ elsewhere: configuration, policy: { tenant: 'fabrikam.com' } });
    const lines = about({ edits: [anAdd(), anAdd(), parked], unreadable: [damaged] }, { settings }).split(
      '\n',
    );
    expect(lines.slice(0, 17)).toEqual([
      'extension: 1.2.3',
      'browser: Firefox/153',
      'online: yes',
      'time: 1970-01-01T00:00:00.000Z',
      'cloud: global',
      'cloud by: elsewhere',
      'tenant by: policy',
      'client id by: elsewhere',
      'policy: tenant',
      'policy refused: -',
      'signed in: yes',
      'signed in with: -',
      'cloud of the account: local',
      'gate: open',
      'last read: -',
      'edits: queued 2, inflight 0, ambiguous 0, parked 1, done 0',
      'unreadable: damaged 1, newer 0',
    ]);
  });

  it('tell what happened, latest first, with the codes and ids that the service gave', () => {
    const reason = { ...refusal, serviceCode: 'UnprocessableEntity', requestId: REQUEST, atMs: 9_000 };
    const edits = [anAdd({ state: { status: 'parked', reason } })];
    expect(unsettledIn(about({ edits, gate }))).toEqual([
      `1970-01-01T00:00:09.000Z add parked refused 400 UnprocessableEntity request-id ${REQUEST}`,
      `1970-01-01T00:00:05.000Z gate throttled 2x 60000 ms 429 TooManyRequests request-id ${REQUEST}`,
    ]);
  });

  it('tell by which ids the directory knows a sign-in that failed', () => {
    const trace = { correlationId: REQUEST, timestamp: '2026-01-09 02:02:12Z' };
    const signIn = { status: 'failed', code: 'blocked', serviceCode: 'AADSTS53003', trace, atMs: 0 } as const;
    const page = { account: null, languages: null, record: {}, signIn };
    expect(unsettledIn(about({}, { page }))).toEqual([
      `1970-01-01T00:00:00.000Z sign-in blocked AADSTS53003 correlationId ${REQUEST} timestamp 2026-01-09 02:02:12Z`,
    ]);
  });

  it('tell of fifty events at most', () => {
    const edits = Array.from({ length: 80 }, () => anAdd({ state: { status: 'parked', reason: refusal } }));
    expect(unsettledIn(about({ edits }))).toHaveLength(50);
  });

  it.each([
    [configuration, 'what is in force'],
    [{ ...configuration, tenant: 'fabrikam.com' }, 'another registration'],
    [{ ...configuration, clientId: ACCOUNT_KEY }, '-'],
    [{ ...configuration, clientId: OTHER_GUID }, 'another registration'],
    [{ ...configuration, cloud: 'china' } as const, 'another registration'],
  ])('tell whether somebody is signed in with what counts now: %o', (inUse, words) => {
    const settings = keptSettings({ own: configuration });
    const page = { account: anAccount(), languages: null, record: toRecord(registrationInUse, inUse) };
    const text = about({}, { settings, page: { ...page, signIn: { status: 'idle' } } });
    expect(text).toContain(`\nsigned in with: ${words}\n`);
  });

  it('tell that the browser has no network', () => {
    const page = { account: null, languages: null, record: {}, signIn: { status: 'idle' } } as const;
    const text = diagnostics({ page, settings: NO_SETTINGS, log: [] }, { ...around, isOnline: false });
    expect(text).toContain('\nonline: no\n');
  });

  it('tell of nobody who is signed in where nobody is', () => {
    const page = { account: null, languages: null, record: {}, signIn: { status: 'idle' } } as const;
    const text = about({}, { page });
    expect(text).toContain('signed in: no');
    expect(text).toMatch(/unsettled, latest first: -\n\nlog, latest first: -$/);
  });

  it('tell of what was sent and has no answer yet, or none that says what became of it', () => {
    const attempt = { sent: 'create', requestId: REQUEST, knownIds: [], startedAtMs: 7_000 } as const;
    const edits = [
      anAdd({ tries: 2, state: { status: 'inflight', attempt } }),
      anAdd({ tries: 1, state: { status: 'ambiguous', attempt, notBeforeMs: 0, settledAtMs: 0, misses: 0 } }),
    ];
    expect(unsettledIn(about({ edits }))).toEqual([
      `1970-01-01T00:00:07.000Z add inflight create 2x client-request-id ${REQUEST}`,
      `1970-01-01T00:00:07.000Z add ambiguous create 1x client-request-id ${REQUEST}`,
    ]);
  });

  it('tell what the worker asked of Microsoft, latest first, and how it ended', () => {
    expect(linesOf(about({}, { log: aLog(3_600_000) }), 2)).toEqual([
      `1970-01-01T01:00:00.000Z update throttled 96 ms 429 TooManyRequests wait 60000 ms request-id ${REQUEST} client-request-id ${REQUEST}`,
      `1970-01-01T00:01:41.000Z list ok 12x since 1970-01-01T00:01:41.000Z 431 ms client-request-id ${REQUEST}`,
      '1970-01-01T00:01:40.000Z sign-in ok 9204 ms',
      `1970-01-01T00:00:00.000Z token needs-sign-in 812 ms AADSTS700084 correlationId ${REQUEST} timestamp 2026-01-09 02:02:12Z`,
    ]);
  });

  it('tell codes of the service in whatever letters it writes them', () => {
    const serviceCode = 'Authentication_RequestFromNonPremiumTenantOrB2CTenant';
    expect(about({ gate: { ...gate, serviceCode } })).toContain(` 429 ${serviceCode} `);
  });

  it('leave out codes and ids that could be something else', () => {
    const odd = { serviceCode: 'de-DE', requestId: ACCOUNT_KEY };
    expect(about({ gate: { ...gate, ...odd } })).toMatch(/throttled 2x 60000 ms 429 -$/m);
  });
});

/** What must never be in the text, wherever it stands in the state: long enough to be there by no accident. */
const secret = fc
  .tuple(fc.constantFrom('Ünique', 'x-tag-', 'ada@', 'eyJ0.'), fc.uuid())
  .map(([begin, rest]) => `${begin}${rest}`);
const text = fc.option(secret);
const time = fc.nat();

const anyGate: fc.Arbitrary<Gate> = fc.record({
  code: fc.constantFrom('offline', 'throttled', 'signed-out', 'forbidden'),
  count: fc.nat(),
  setAtMs: time,
  waitMs: fc.option(time),
  status: fc.option(fc.nat(599)),
  serviceCode: text,
  requestId: text,
});

/** Every text in an edit and a snapshot is a secret. */
function fill(value: unknown, secrets: readonly string[]): unknown {
  let next = 0;
  const keep = new Set(['status', 'kind', 'sent', 'code', 'source']);
  const visit = (part: unknown, name = ''): unknown => {
    if (typeof part === 'string') return keep.has(name) ? part : secrets[next++ % secrets.length];
    if (Array.isArray(part)) return part.map((item) => visit(item));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, visit(item, key)]));
  };
  return visit(value);
}

const anyConfiguration = fc.record({
  cloud: fc.constantFrom(...cloudNames),
  tenant: fc.uuid(),
  clientId: fc.uuid(),
});

const anyKnown = fc
  .record({
    secrets: fc.array(secret, { minLength: 5, maxLength: 20 }),
    edits: fc.array(anyOpenEdit, { maxLength: 6 }),
    snapshot: fc.option(anySnapshot),
    gate: fc.option(anyGate),
    own: fc.option(anyConfiguration),
    elsewhere: fc.option(anyConfiguration),
    tenant: fc.option(fc.uuid()),
    tenantId: fc.uuid(),
    organisation: text,
    code: fc.constantFrom(...SIGN_IN_FAILURE_CODES),
    serviceCode: text,
    requestId: text,
    atMs: time,
  })
  .map((given) => {
    const { secrets, tenantId, organisation, own, elsewhere } = given;
    const [name = '', username = '', loginHint = '', cloud = '', unreadable = ''] = secrets;
    const account = anAccount({ name, username, loginHint, cloud, tenantId, organisation });
    const known: Known = {
      page: {
        account,
        languages: {
          snapshot: given.snapshot && (fill(given.snapshot, secrets) as typeof given.snapshot),
          edits: fill(given.edits, secrets) as typeof given.edits,
          unreadable: [{ key: unreadable, text: unreadable, reason: 'damaged' }],
          gate: given.gate,
          undo: null,
          facts: { refusesProficiency: false },
        },
        record: {},
        signIn: { status: 'failed', code: given.code, serviceCode: given.serviceCode, atMs: given.atMs },
      },
      settings: keptSettings({ own, elsewhere, policy: { tenant: given.tenant, refused: [unreadable] } }),
      log: aLog(given.atMs).map((entry) => ({
        ...entry,
        ...{ serviceCode: given.serviceCode, requestId: given.requestId, clientRequestId: given.requestId },
      })),
    };
    return { known, tenantId };
  });

/** Every text anywhere in a state, but for the words of this program. */
function secretsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^(?:Ünique|x-tag-|ada@|eyJ0\.)/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}

describe('the details for support of any state', () => {
  it('name nobody, no language, no tenant, no account and no token', () => {
    const property = fc.property(anyKnown, ({ known, tenantId }) => {
      const copied = diagnostics(known, around);
      const secrets = [...secretsIn(known), tenantId, ACCOUNT_KEY];
      const { own, elsewhere, prescribed } = known.settings;
      const configured = [own, elsewhere, prescribed].flatMap((each) => [each?.tenant, each?.clientId]);
      const leaked = [...secrets, ...configured].filter(
        (each) => each !== undefined && copied.toLowerCase().includes(each.toLowerCase()),
      );
      expect(secrets.length).toBeGreaterThan(5);
      expect(leaked).toEqual([]);
    });
    fc.assert(property, { numRuns: fuzzRuns(500) });
  });
});
