import { browser } from '../browser';
import { log, type LogEntry } from './log-entry';
import { readStored, toRecord } from './stored';

/**
 * The log, oldest entry first. Read anew whenever it is wanted: whoever listened to its area would be told the tokens.
 * Rejects where the browser's storage fails.
 */
export async function readLog(): Promise<LogEntry[]> {
  return readStored(await browser.storage.session.get(log.key), log) ?? [];
}

/** Puts these entries in place of all others. Rejects where the browser's storage fails. */
export async function writeLog(entries: LogEntry[]): Promise<void> {
  await browser.storage.session.set(toRecord(log, entries));
}

/** Leaves no entry. Rejects where the browser's storage fails. */
export async function clearLog(): Promise<void> {
  await browser.storage.session.remove(log.key);
}
