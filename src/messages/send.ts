import { browser } from '../browser';
import type { CommandName, Envelope, SignOut } from './contract';

/**
 * Asks the worker. Always settles: true when the command was carried out, false when it failed, the worker was gone or
 * nobody answered. Nothing is lost by false: commands carry no state.
 */
export async function send(command: CommandName, how?: SignOut): Promise<boolean> {
  const envelope: Envelope = { app: 'profile-languages', command, ...(how && { how }) };
  try {
    const reply: unknown = await browser.runtime.sendMessage(envelope);
    return typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true;
  } catch {
    // "Receiving end does not exist" and its kin: the answer is the same as a failure.
    return false;
  }
}
