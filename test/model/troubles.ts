import type { Asked, Fate, PlainAnswer } from '../world/service-log';
import { refusal } from '../world/service-routes';
import type { Trouble } from './commands';

/** What becomes of a request that meets the trouble. `tell` hears of the answer when it is on its way back. */
export function toFate(trouble: Trouble, tell: (answer: PlainAnswer) => void): Fate {
  switch (trouble.how) {
    case 'status': {
      const { status, retryAfter, late } = trouble;
      return {
        // Only where a service, or what stands before it, gives up can it still be at work.
        executes: status >= 500 && status !== 509 && late >= 0 ? late : false,
        answer: () => {
          const answer = refusal(status, 'AnyCode', retryAfter === null ? {} : { 'retry-after': retryAfter });
          tell(answer);
          return answer;
        },
      };
    }
    case 'lost':
      return { executes: true, answer: 'lost' };
    case 'late':
      return { executes: trouble.late, answer: 'lost' };
    case 'hang':
      return { executes: trouble.late >= 0 ? trouble.late : false, answer: 'hang' };
    case 'html':
      return { executes: false, answer: () => PORTAL };
    case 'latency':
      return { latencyMs: trouble.ms };
  }
}

/** What the sign-in page of a network, or a proxy that looks into everything, answers in the service's place. */
const PORTAL: PlainAnswer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<html><body>Welcome</body></html>',
};

/** Nothing gets through. */
export const OFFLINE: Fate = { executes: false, answer: 'lost' };

/** Milliseconds that an answer asks to wait: what the service says, else what no client may fall below. */
export function pauseOf({ status, headers }: PlainAnswer): { waitMs: number; isOurOwn: boolean } | null {
  if (![429, 500, 502, 503, 504, 507, 509].includes(status)) return null;
  const header = headers['retry-after'] ?? '';
  if (/^\d+$/.test(header)) return { waitMs: Number(header) * 1_000, isOurOwn: false };
  // An answer without a readable hint means backoff, which begins at a second.
  return [429, 503, 509].includes(status) ? { waitMs: 1_000, isOurOwn: true } : null;
}

/** True for a request that changes something. */
export function isWrite({ method }: Pick<Asked, 'method'>): boolean {
  return method !== 'GET';
}
