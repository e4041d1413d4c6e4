import type { Gate } from '../outbox/gate';
import * as catalogue from './catalogue';
import { examineStored, readStored, type Stored, type StorageRecord, toRecord } from './stored';
import { accountOfKey, editOfKey } from './worker-keys';

/** How long is waited where nobody can read for how long the service asked to. */
const UNKNOWN_WAIT_MS = 5 * 60_000;

/**
 * What is to be stored in the place of values that are there, whoever's they are; nothing where all is as it should be.
 * Values of older versions come in the shape of ours. A gate that is damaged, or of a newer version, is closed for a
 * while from now on: open, it could let a request leave before the service wants it. (A snapshot that cannot be read is
 * left to the next read of the profile.) Pure.
 */
export function mendedValues(record: StorageRecord, nowMs: number): Record<string, string> {
  const keys = Object.keys(record);
  const accounts = [...new Set(keys.map(accountOfKey).filter((account) => account !== null))];
  const edits = keys
    .map(editOfKey)
    .filter((stored) => stored !== null)
    // A page may be deciding about those right now; they are upgraded with the decision.
    .filter((stored) => readStored(record, stored)?.state.status !== 'parked');
  return Object.fromEntries([
    ...accounts.flatMap((account) => upgraded(record, catalogue.snapshot(account))),
    ...accounts.flatMap((account) => closed(record, catalogue.gate(account), nowMs)),
    ...edits.flatMap((stored) => upgraded(record, stored)),
  ]);
}

function upgraded<T>(record: StorageRecord, stored: Stored<T>): [string, string][] {
  const reading = examineStored(record, stored);
  const isOld = reading.status === 'readable' && reading.version < stored.version;
  return isOld ? Object.entries(toRecord(stored, reading.value)) : [];
}

function closed(record: StorageRecord, stored: Stored<Gate | null>, nowMs: number): [string, string][] {
  const { status } = examineStored(record, stored);
  if (status === 'readable' || status === 'absent') return [];
  const wait = { code: 'throttled', count: 1, setAtMs: nowMs, waitMs: UNKNOWN_WAIT_MS } as const;
  return Object.entries(toRecord(stored, { ...wait, status: null, serviceCode: null, requestId: null }));
}
