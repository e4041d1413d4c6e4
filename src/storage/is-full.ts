/**
 * True for the error of a `set` for which there was no room. Chromium's words are "Resource::kQuotaBytes quota
 * exceeded", Firefox's error is a QuotaExceededError.
 */
export function isFull(error: unknown): boolean {
  return /quota/i.test(String(error));
}
