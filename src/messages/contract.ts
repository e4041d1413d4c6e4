import { flag, oneOf, shape, text } from '../shape';

/** Who signs out, and how. */
export interface SignOut {
  /** Whom the page showed: whoever is signed in by the time it arrives has not said it. */
  readonly accountKey: string;
  /** What becomes of edits that Microsoft 365 does not have: `keep` leaves them for the same person's next sign-in. */
  readonly unsent: 'keep' | 'discard';
  /** Whether the browser's session with Microsoft ends, too, for every site. */
  readonly ofMicrosoft: boolean;
}

const readSignOut = shape({ accountKey: text, unsent: oneOf('keep', 'discard'), ofMicrosoft: flag });

/**
 * What pages may ask of the worker: only what is not state. State is read from storage and edits are written there, so
 * that nothing is lost with a message. Every command resolves with nothing; its effect is seen in storage.
 */
export interface Commands {
  /** Opens the sign-in window and resolves when the person is done with it. */
  'session/sign-in'(): void;
  /** Forgets the tokens and what is kept of the account, at once; for later there is `storage/pending-sign-out.ts`. */
  'session/sign-out'(how: SignOut): void;
  /** Somebody looks: reads the languages again where they are not fresh, and sends what waits, unless a gate is closed. */
  'sync/look'(): void;
  /** For a person who said "Try again": reads them in any case, and opens every gate but the one that the service closed. */
  'sync/retry'(): void;
  /** Gives up the edits of who is signed in that cannot be read: the damaged ones, else those of a later version. */
  'sync/discard-unreadable'(): void;
}

export type CommandName = keyof Commands;

/** What goes with a command. */
export type Input<N extends CommandName> = Parameters<Commands[N]>;

const NAMES: Readonly<Record<CommandName, true>> = {
  'session/sign-in': true,
  'session/sign-out': true,
  'sync/look': true,
  'sync/retry': true,
  'sync/discard-unreadable': true,
};

/** Names of an object's prototype are none. */
function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(NAMES, name);
}

/** How a command travels, with what goes with it. `app` tells our messages from anything else that may arrive. */
export type Envelope = { readonly app: 'profile-languages' } & (
  | { readonly command: 'session/sign-out'; readonly how: SignOut }
  | { readonly command: Exclude<CommandName, 'session/sign-out'> }
);

/** Reads a received message; null for one that is not ours. */
export function readEnvelope(raw: unknown): Envelope | null {
  if (typeof raw !== 'object' || raw === null || !('app' in raw) || !('command' in raw)) return null;
  if (raw.app !== 'profile-languages' || !isCommandName(raw.command)) return null;
  const { app, command } = raw;
  if (command !== 'session/sign-out') return { app, command };
  const how = 'how' in raw ? readSignOut(raw.how) : undefined;
  return how ? { app, command, how } : null;
}

/** `failed` carries no text: what went wrong is in storage, where the page reads it in words. */
export type Reply = { readonly ok: true } | { readonly ok: false };
