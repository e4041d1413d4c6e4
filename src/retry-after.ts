import { readHttpDateMs } from './http-date';

const MIN_WAIT_MS = 1_000;
const MAX_WAIT_MS = 24 * 60 * 60 * 1_000;

/**
 * The milliseconds that a `Retry-After` header asks for, 1 s to 24 h; null where it asks for nothing readable, which
 * means backoff and never "at once". A date counts from the answer's own `Date`, so that a wrong local clock does not
 * matter; where the browser hides that header, from the local clock.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function readRetryAfterMs(
  header: string | null,
  { nowMs, dateHeader }: { nowMs: number; dateHeader: string | null },
): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return clamp(Number(header) * 1_000);
  const untilMs = readHttpDateMs(header, nowMs);
  if (untilMs === null) return null;
  const sentAtMs = dateHeader === null ? null : readHttpDateMs(dateHeader, nowMs);
  return clamp(untilMs - (sentAtMs ?? nowMs));
}

function clamp(waitMs: number): number {
  return Math.min(MAX_WAIT_MS, Math.max(MIN_WAIT_MS, waitMs));
}
