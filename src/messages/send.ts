import { browser } from '../browser';
import type { CommandName, Input } from './contract';

/** How pages ask the worker: see {@link send}. */
export type Send = <N extends CommandName>(command: N, ...input: Input<N>) => Promise<void>;

/**
 * Asks the worker. Always settles: resolves when the command was carried out; rejects when it failed, the worker was gone
 * or nobody answered. Nothing is lost then: commands carry no state.
 */
export const send: Send = async (command, ...[how]) => {
  const reply = await ask({ command, ...(how && { how }) }).catch(async (error: unknown) => {
    // A worker that was stopped leaves things half done: the next one clears them away, and has to be woken for it.
    if (command !== 'sync/look') await ask({ command: 'sync/look' }).catch(() => undefined);
    throw error;
  });
  const isDone = typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true;
  if (!isDone) throw new Error(`The worker did not do ${command}`);
};

function ask(message: object): Promise<unknown> {
  return browser.runtime.sendMessage({ app: 'profile-languages', ...message });
}
