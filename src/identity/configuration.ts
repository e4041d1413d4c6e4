import { oneOf, partial, type Read, textThat } from '../shape';
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

/** True for what can be an application (client) id: a GUID. */
export function isClientId(text: string): boolean {
  return isGuid(text);
}

/**
 * True for what can name one directory: its GUID or a domain. `common`, `organizations` and `consumers` name none:
 * with them nobody could say which issuer an answer must have.
 */
export function isTenant(text: string): boolean {
  return isGuid(text) || DOMAIN.test(text);
}

const readSaid = partial({
  cloud: oneOf(...cloudNames),
  tenant: textThat(isTenant),
  clientId: textThat(isClientId),
});

/**
 * Reads a stored configuration. What it leaves out comes from the build: cloud and client id;
 * undefined where it names no registration of a directory.
 */
export const readConfiguration: Read<Configuration> = (value) => {
  const { cloud = 'global', tenant, clientId = __DEFAULT_CLIENT_ID__ } = readSaid(value) ?? {};
  if (tenant === undefined || clientId === null) return undefined;
  return { cloud, tenant: tenant.toLowerCase(), clientId: clientId.toLowerCase() };
};

/**
 * What a build without any settings signs in with: the emulator in local builds. Null in production builds, because
 * there is no directory that would be everybody's.
 */
export function defaultConfiguration(): Configuration | null {
  return __LOCAL__ && { cloud: 'local', tenant: __LOCAL__.tenantId, clientId: __LOCAL__.clientId };
}
