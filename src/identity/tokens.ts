import { nullable, number, type Read, shape, text, textThat } from '../shape';

/** What one sign-in or renewal gave. Lives in `storage.session` and in the worker's memory, and nowhere else. */
export interface StoredTokens {
  /** {@link Account.key} of the account that the tokens belong to. */
  readonly accountKey: string;
  /** The registration that they were given to: no other can renew them. */
  readonly clientId: string;
  readonly accessToken: string;
  /** Null where there was none, or where the directory has refused it. */
  readonly refreshToken: string | null;
  /** What a challenge asks of the next sign-in with a window, as nothing less would do; null: nothing. */
  readonly challenge: string | null;
  /** When they arrived, by this device's clock. */
  readonly receivedAtMs: number;
  /** When the access token ends, by this device's clock: its own times are of another clock. */
  readonly expiresAtMs: number;
}

/** Reads stored tokens. */
export const readTokens: Read<StoredTokens> = shape({
  accountKey: text,
  clientId: text,
  accessToken: textThat(isNotEmpty),
  refreshToken: nullable(textThat(isNotEmpty)),
  challenge: nullable(text),
  receivedAtMs: number,
  expiresAtMs: number,
});

/** The one place that keeps tokens. A damaged value reads as null; `write` replaces everything in one step. */
export interface TokenStore {
  read(): Promise<StoredTokens | null>;
  write(tokens: StoredTokens): Promise<void>;
  clear(): Promise<void>;
}

/** How long before its end a token counts as ended, so that a request does not meet the end on its way. */
const MARGIN_MS = 120_000;

/** True while the access token can be sent. A clock that was put back makes it unusable: its end is not known then. */
export function isUsable(tokens: StoredTokens, nowMs: number): boolean {
  return tokens.receivedAtMs <= nowMs && nowMs < tokens.expiresAtMs - MARGIN_MS;
}

function isNotEmpty(token: string): boolean {
  return token !== '';
}
