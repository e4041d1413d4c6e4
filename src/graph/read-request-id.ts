import type { Answer } from './exchange';

/**
 * Graph's own id of the exchange; null where there is none, or nothing that could be one. Only Graph sends it, and lets
 * other origins read it: its absence tells of a proxy or a portal that answered instead.
 */
export function readRequestId(answer: Answer): string | null {
  const id = answer.headers.get('request-id');
  return id !== null && /^[\w-]{1,64}$/.test(id) ? id : null;
}
