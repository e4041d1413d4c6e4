import { readRetryAfterMs } from '../retry-after';
import { readClaims } from './claims-challenge';
import type { Answer } from './exchange';
import { GraphFailure, type GraphFailureCode } from './failure';
import { readRequestId } from './read-request-id';
import { readServiceCode } from './service-code';

/**
 * What an answer with a status of 400 or more means. A refusal counts only as Graph's own, with its `request-id`;
 * "not now" is believed of anyone on the way, since waiting does no harm.
 */
export function readFailure(answer: Answer, missing: 'not-found' | 'unsupported'): GraphFailure {
  const { status, headers, receivedAtMs } = answer;
  const requestId = readRequestId(answer);
  const code = toCode(status, missing);
  const isBelieved = requestId !== null || code === 'throttled' || code === 'unavailable';
  if (!isBelieved) return new GraphFailure('not-graph', { status });
  return new GraphFailure(code, {
    status,
    requestId,
    serviceCode: readServiceCode(answer.text),
    retryAfterMs: readRetryAfterMs(headers.get('retry-after'), {
      nowMs: receivedAtMs,
      dateHeader: headers.get('date'),
    }),
    claims: status === 401 ? readClaims(headers.get('www-authenticate')) : null,
  });
}

function toCode(status: number, missing: 'not-found' | 'unsupported'): GraphFailureCode {
  switch (status) {
    case 401:
      return 'signed-out';
    case 403:
      return 'forbidden';
    case 404:
      return missing;
    case 405:
    case 410:
    case 501:
      return 'unsupported';
    case 409:
    case 412:
      return 'clash';
    case 429:
    case 509:
      return 'throttled';
    case 408:
    case 423:
    case 425:
      return 'unavailable';
    default:
      return status >= 500 ? 'unavailable' : 'refused';
  }
}
