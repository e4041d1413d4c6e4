import type { CommandName, Input, Reply } from './contract';
import { readEnvelope } from './contract';

/** What is used of the browser's description of who sent a message. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
}

/** One handler per command; a missing one does not compile. */
export type Handlers = {
  readonly [Name in CommandName]: (...input: Input<Name>) => Promise<void>;
};

/**
 * The listener for `runtime.onMessage`: a promise for messages of our own pages, undefined at once for all others.
 * @param own This extension's id and the origin of its pages (`runtime.getURL('')`).
 */
export function createReceiver(own: { id: string; pagesOrigin: string }, handlers: Handlers) {
  return (raw: unknown, sender: Sender): Promise<Reply> | undefined => {
    const envelope = readEnvelope(raw);
    if (envelope === null || !isOwnPage(sender, own)) return undefined;
    const deed = 'how' in envelope ? handlers[envelope.command](envelope.how) : handlers[envelope.command]();
    return deed.then(
      () => ({ ok: true }),
      (error: unknown) => {
        // Expected failures are in storage by now; this one nobody expected, so it goes to the worker's console.
        reportError(error);
        return { ok: false };
      },
    );
  };
}

function isOwnPage({ id, url, frameId }: Sender, own: { id: string; pagesOrigin: string }): boolean {
  return id === own.id && url?.startsWith(own.pagesOrigin) === true && (frameId ?? 0) === 0;
}
