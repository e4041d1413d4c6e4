import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again every few milliseconds until the answer is neither null, undefined nor false, and gives that answer.
 * Throws with `what` in its message after `timeoutMs`.
 */
export async function poll<T>(
  what: string,
  ask: () => T | Promise<T>,
  { timeoutMs = 10_000, everyMs = 10 } = {},
): Promise<Exclude<T, null | undefined | false>> {
  const endMs = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (performance.now() > endMs) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`);
    await sleep(everyMs);
  }
}

function isThere<T>(answer: T): answer is Exclude<T, null | undefined | false> {
  return answer !== null && answer !== undefined && answer !== false;
}
