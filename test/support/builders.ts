import type { LogEntry } from '../../src/storage/log-entry';
import type { Account } from '../../src/identity/account';
import type { LanguageFields, ProfileLanguage } from '../../src/languages/language';
import type { AddEdit, ChangeEdit, ParkReason, RemoveEdit } from '../../src/outbox/edit';
import type { Snapshot } from '../../src/outbox/snapshot';

/** German at the level "conversational", all skills alike, unless said otherwise. */
export function someFields(fields: Partial<LanguageFields> = {}): LanguageFields {
  return {
    displayName: 'German',
    tag: 'de-DE',
    proficiency: 'conversational',
    spoken: 'conversational',
    written: 'conversational',
    reading: 'conversational',
    audience: 'organization',
    ...fields,
  };
}

export function aLanguage(language: Partial<ProfileLanguage> = {}): ProfileLanguage {
  return {
    ...someFields(),
    id: 'german',
    source: 'user',
    isEditable: true,
    inference: null,
    createdAt: '2026-07-06T06:34:12.2294868Z',
    modifiedAt: '2026-07-06T06:34:12.2294868Z',
    ...language,
  };
}

export function aSnapshot(languages: readonly ProfileLanguage[] = [aLanguage()]): Snapshot {
  return {
    languages,
    aliases: {},
    met: [],
    knownWrites: [],
    creations: [],
    fetchedAtMs: 1_000,
    looksAtMs: [],
  };
}

let count = 0;

function place() {
  count += 1;
  return {
    id: `edit-${count}`,
    seq: count,
    account: ACCOUNT_KEY,
    madeAtMs: 2_000,
    tries: 0,
    state: { status: 'queued' },
  } as const;
}

export const ACCOUNT_KEY = 'AAAAAAAAAAAAAAAAAAAAAA';

export function anAdd(edit: Partial<AddEdit> = {}): AddEdit {
  const given = place();
  return { ...given, kind: 'add', language: `new:${given.id}`, fields: someFields(), ...edit };
}

export function aChange(changes: Partial<LanguageFields>, edit: Partial<ChangeEdit> = {}): ChangeEdit {
  return { ...place(), kind: 'change', language: 'german', base: someFields(), changes, ...edit };
}

export function aRemoval(edit: Partial<RemoveEdit> = {}): RemoveEdit {
  return { ...place(), kind: 'remove', language: 'german', base: someFields(), ...edit };
}

/** Why an edit waits for the person: the service has refused it. */
export const refusal = {
  code: 'refused',
  theirs: null,
  status: 400,
  serviceCode: null,
  requestId: null,
  atMs: 1,
} as const satisfies ParkReason;

/** An hour in which tokens expired, and the service was asked too often in the end; oldest first. */
export function aLog(nowMs: number): LogEntry[] {
  const id = '11111111-2222-4333-8444-555555555555';
  const none = {
    times: 1,
    status: null,
    serviceCode: null,
    waitMs: null,
    requestId: null,
    clientRequestId: null,
  } as const;
  const well = { ...none, outcome: 'ok', trace: {} } as const;
  const trace = { correlationId: id, timestamp: '2026-01-09 02:02:12Z' };
  const expired = { ...none, outcome: 'needs-sign-in', serviceCode: 'AADSTS700084', trace } as const;
  const throttled = {
    outcome: 'throttled',
    status: 429,
    serviceCode: 'TooManyRequests',
    waitMs: 60_000,
  } as const;
  return [
    { ...expired, sinceMs: nowMs - 3_600_000, atMs: nowMs - 3_600_000, what: 'token', tookMs: 812 },
    { ...well, sinceMs: nowMs - 3_500_000, atMs: nowMs - 3_500_000, what: 'sign-in', tookMs: 9_204 },
    {
      ...well,
      sinceMs: nowMs - 3_499_000,
      atMs: nowMs - 3_499_000,
      what: 'list',
      times: 12,
      tookMs: 431,
      clientRequestId: id,
    },
    {
      ...well,
      ...throttled,
      sinceMs: nowMs,
      atMs: nowMs,
      what: 'update',
      tookMs: 96,
      requestId: id,
      clientRequestId: id,
    },
  ];
}

export function anAccount(account: Partial<Account> = {}): Account {
  return {
    key: ACCOUNT_KEY,
    cloud: 'local',
    tenantId: '00000000-0000-4000-8000-0000000000aa',
    name: 'Ada Lindqvist',
    username: 'ada@contoso.example',
    loginHint: 'hint',
    organisation: 'Contoso',
    ...account,
  };
}
