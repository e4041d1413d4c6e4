import { nullable, type Read, shape, text, textThat } from '../shape';
import { isGuid } from './guid';

/**
 * The person who is signed in: facts without secrets, kept in `storage.local` and shown in the header.
 * `key` is base64url(SHA-256(`cloud|tenantId|objectId`)) cut to 22 characters: it prefixes every stored key, and every
 * edit carries it.
 */
export interface Account {
  readonly key: string;
  readonly cloud: string;
  /** The directory's GUID, lower-case. */
  readonly tenantId: string;
  /** Plain text of the directory, possibly hostile. */
  readonly name: string;
  /** The address they sign in with; for showing only, never an identity. */
  readonly username: string;
  /** Opaque hint for a silent renewal (the `login_hint` claim, else the address); empty where there is neither. */
  readonly loginHint: string;
  /** The organisation's name; null until Graph has told it, or where it has none. */
  readonly organisation: string | null;
}

/** True for what can be the key of an account. */
export function isAccountKey(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}

/** Reads a stored {@link Account}. */
export const readAccount: Read<Account> = shape({
  key: textThat(isAccountKey),
  cloud: text,
  tenantId: textThat(isGuid),
  name: text,
  username: text,
  loginHint: text,
  organisation: nullable(text),
});
