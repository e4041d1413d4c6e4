import { oneOf, type Read, shape, text } from '../shape';
import { cloudNames, type CloudName } from './clouds';
import { isGuid } from './guid';

/** With which registration of which organisation people sign in. Names a cloud, never an address. */
export interface Configuration {
  readonly cloud: CloudName;
  /** The directory's GUID or one of its domains, lower-case. */
  readonly tenant: string;
  /** The application (client) id of the registration: a GUID, lower-case. */
  readonly clientId: string;
}

const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

/**
 * True for what can name one directory: its GUID or a domain. `common`, `organizations` and `consumers` name none:
 * with them nobody could say which issuer an answer must have.
 */
export function isTenant(text: string): boolean {
  return isGuid(text) || DOMAIN.test(text);
}

/** A text of which that is true, without spaces around it, lower-case. */
const tidied =
  (isGood: (text: string) => boolean): Read<string> =>
  (value) => {
    const tidy = text(value)?.trim().toLowerCase();
    return tidy !== undefined && isGood(tidy) ? tidy : undefined;
  };

/** Reads each part of a configuration, by itself. */
export const PARTS: { readonly [Name in keyof Configuration]: Read<Configuration[Name]> } = {
  cloud: oneOf(...cloudNames),
  tenant: tidied(isTenant),
  clientId: tidied(isGuid),
};

/** Reads a whole configuration. */
export const readConfiguration: Read<Configuration> = shape(PARTS);

/**
 * What a build without any settings signs in with: the emulator in local builds. Null in production builds, because
 * there is no directory that would be everybody's.
 */
export function defaultConfiguration(): Configuration | null {
  return __LOCAL__ && { cloud: 'local', tenant: __LOCAL__.tenantId, clientId: __LOCAL__.clientId };
}

/** True where both name the same registration, or both none. */
export function isSameConfiguration(one: Configuration | null, other: Configuration | null): boolean {
  return one?.cloud === other?.cloud && one?.tenant === other?.tenant && one?.clientId === other?.clientId;
}
