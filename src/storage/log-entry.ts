import { readTrace, type Trace } from '../identity/failure';
import { count, milliseconds, nullable, number, oneOf, type Read, shape, textThat } from '../shape';
import type { Stored } from './stored';

/** One thing that was asked of Microsoft, and how it ended: for support. It has no words of a person or of a server. */
export interface LogEntry {
  /** How often it ended like this in a row: of the last time is all else. */
  readonly times: number;
  /** When it first did, epoch milliseconds. */
  readonly sinceMs: number;
  /** When it ended, epoch milliseconds. */
  readonly atMs: number;
  readonly what: (typeof LOGGED)[number];
  /** `ok`, what a check found out, or the code of the failure. */
  readonly outcome: string;
  readonly tookMs: number;
  /** HTTP status; null where there was no answer, and where all went well. */
  readonly status: number | null;
  /** The service's own code for a failure. */
  readonly serviceCode: string | null;
  /** How long the service asked to be left alone. */
  readonly waitMs: number | null;
  /** The service's own id of what it refused; null where it gave none, and where all went well. */
  readonly requestId: string | null;
  /** The id that was sent along with a request. */
  readonly clientRequestId: string | null;
  readonly trace: Trace;
}

/** What is logged: sign-ins, tokens that could not be renewed, checks of a tenant, and requests to Graph. */
const LOGGED = [
  'sign-in',
  'token',
  'tenant-check',
  'list',
  'create',
  'update',
  'remove',
  'organisation',
] as const;

/** The last {@link LogEntry}s, oldest first: in `storage.session`, which is memory and ends with the browser. */
export const log: Stored<LogEntry[]> = {
  key: 'log',
  version: 1,
  read: readableOf(
    shape({
      times: count,
      sinceMs: milliseconds,
      atMs: milliseconds,
      what: oneOf(...LOGGED),
      outcome: textThat((text) => /^[a-z-]{1,32}$/.test(text)),
      tookMs: milliseconds,
      status: nullable(number),
      serviceCode: nullable(textThat((text) => text.length <= 64)),
      waitMs: nullable(milliseconds),
      requestId: nullable(textThat((text) => text.length <= 64)),
      clientRequestId: nullable(textThat((text) => text.length <= 64)),
      trace: readTrace,
    }),
  ),
};

/** One entry that cannot be read takes no other along. */
function readableOf<T>(read: Read<T>): Read<T[]> {
  return (value) =>
    Array.isArray(value) ? value.map(read).filter((entry) => entry !== undefined) : undefined;
}
