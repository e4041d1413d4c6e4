import { browser } from '../browser';
import type { CommandName, Input } from './contract';

/** How pages ask the worker: see {@link send}. */
export type Send = <N extends CommandName>(command: N, ...input: Input<N>) => Promise<void>;

/**
 * Asks the worker. Always settles: resolves when the command was carried out; rejects when it failed, the worker was gone
 * or nobody answered. Nothing is lost then: commands carry no state.
 */
export const send: Send = async (command, ...[how]) => {
  const envelope = { app: 'profile-languages', command, ...(how && { how }) };
  const reply: unknown = await browser.runtime.sendMessage(envelope);
  const isDone = typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true;
  if (!isDone) throw new Error(`The worker did not do ${command}`);
};
