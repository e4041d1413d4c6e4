/**
 * What pages may ask of the worker: only what is not state. State is read from storage and edits are written there, so
 * that nothing is lost with a message. Every command resolves with nothing; its effect is seen in storage.
 */
export interface Commands {
  /** Opens the sign-in window and resolves when the person is done with it. */
  'session/sign-in'(): void;
  /** Forgets the tokens and everything that is kept of the account, unsent edits included. */
  'session/sign-out'(): void;
  /** Somebody looks: reads the languages again where they are not fresh, and sends what waits, unless a gate is closed. */
  'sync/look'(): void;
  /** For a person who said "Try again": reads them in any case, and opens every gate but the one that the service closed. */
  'sync/retry'(): void;
  /** Gives up the edits of who is signed in that cannot be read: the damaged ones, else those of a later version. */
  'sync/discard-unreadable'(): void;
}

export type CommandName = keyof Commands;

const NAMES: Readonly<Record<CommandName, true>> = {
  'session/sign-in': true,
  'session/sign-out': true,
  'sync/look': true,
  'sync/retry': true,
  'sync/discard-unreadable': true,
};

/** True for the name of a command; names of an object's prototype are none. */
export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(NAMES, name);
}

/** How a command travels. `app` tells our messages from anything else that may arrive. */
export interface Envelope {
  readonly app: 'profile-languages';
  readonly command: CommandName;
}

/** Reads a received message; null for one that is not ours. */
export function readEnvelope(raw: unknown): Envelope | null {
  if (typeof raw !== 'object' || raw === null || !('app' in raw) || !('command' in raw)) return null;
  if (raw.app !== 'profile-languages' || !isCommandName(raw.command)) return null;
  return { app: raw.app, command: raw.command };
}

/** `failed` carries no text: what went wrong is in storage, where the page reads it in words. */
export type Reply = { readonly ok: true } | { readonly ok: false };
