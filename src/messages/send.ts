import { browser } from '../browser';
import type { CommandName, Envelope, SignOut } from './contract';

/**
 * Asks the worker. Always settles: resolves when the command was carried out; rejects when it failed, the worker was gone
 * or nobody answered. Nothing is lost then: commands carry no state.
 */
export async function send(command: CommandName, how?: SignOut): Promise<void> {
  const envelope: Envelope = { app: 'profile-languages', command, ...(how && { how }) };
  const reply: unknown = await browser.runtime.sendMessage(envelope);
  const isDone = typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true;
  if (!isDone) throw new Error(`The worker did not do ${command}`);
}
