import type { Emulator } from '../../emulator/emulator';
import type { Exchange } from '../../emulator/exchange-log';
import { poll } from './poll';

/** A change as the service saw it: what was asked of it, and what it said. */
export type Change = Pick<Exchange, 'method' | 'path' | 'status' | 'requestBody'>;

/** Every write that reached Graph, in order; no reads and no preflights. */
export function changesOf({ log }: Emulator): Change[] {
  return log
    .filter(({ server, method }) => server === 'graph' && ['POST', 'PATCH', 'DELETE'].includes(method))
    .map(({ method, path, status, requestBody }) => ({ method, path, status, requestBody }));
}

/** Waits until so many writes have been answered, and gives them all. */
export function waitForChanges(emulator: Emulator, count: number): Promise<Change[]> {
  return poll(`${count} writes`, () => {
    const changes = changesOf(emulator);
    return changes.length >= count && changes.every(({ status }) => status !== null) && changes;
  });
}

/** The writes that the service carried out, in order, whether or not their answer arrived. */
export function executedOf({ log }: Emulator): string[] {
  return log
    .filter(({ server, executed }) => server === 'graph' && executed)
    .map(({ method }) => method)
    .filter((method) => ['POST', 'PATCH', 'DELETE'].includes(method));
}
