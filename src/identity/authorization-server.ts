import * as oauth from 'oauth4webapi';
import { requestedClaims } from './claims';
import { findCloud, type CloudName } from './clouds';
import type { Configuration } from './configuration';
import { isGuid } from './guid';
import { createLoginFetch, type LoginFetch } from './http';
import { SignInFailure } from './failure';
import { readMetadata, tenantIdOf } from './metadata';

/** One registration in one directory: all that an exchange with its authorization server needs. */
export interface Registration {
  readonly cloud: CloudName;
  /** The directory's GUID, lower-case. */
  readonly tenantId: string;
  readonly clientId: string;
  readonly scope: string;
  /** What tokens are asked to satisfy: JSON text. */
  readonly claims: string;
  readonly server: Required<
    Pick<oauth.AuthorizationServer, 'issuer' | 'authorization_endpoint' | 'token_endpoint'>
  >;
  readonly client: oauth.Client;
  readonly fetch: LoginFetch;
}

/** How far the clocks of the device and of the directory may be apart. */
const CLOCK_TOLERANCE_S = 300;

/**
 * The registration in the directory of that GUID. Its addresses are known without asking; none is taken from an answer.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
 */
export function registrationIn(
  { cloud, tenant, clientId }: Configuration,
  fetch: typeof globalThis.fetch,
  nowMs: () => number,
): Registration {
  const { loginOrigin, graphOrigin } = hostsOf(cloud);
  const tenantId = tenant.toLowerCase();
  const directory = `${loginOrigin}/${tenantId}`;
  return {
    cloud,
    tenantId,
    clientId,
    scope: `openid profile offline_access ${graphOrigin}/User.ReadWrite`,
    claims: requestedClaims(null),
    server: {
      issuer: `${directory}/v2.0`,
      authorization_endpoint: `${directory}/oauth2/v2.0/authorize`,
      token_endpoint: `${directory}/oauth2/v2.0/token`,
    },
    client: { client_id: clientId, [oauth.clockTolerance]: CLOCK_TOLERANCE_S },
    fetch: createLoginFetch(fetch, loginOrigin, nowMs),
  };
}

/** What a request to the token endpoint is made with. */
export function tokenOptions({ scope, claims, fetch }: Registration): oauth.TokenEndpointRequestOptions {
  return {
    additionalParameters: { scope, claims },
    [oauth.customFetch]: fetch,
    // The emulator has no certificate. A constant condition: no other build has a trace of this.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out, not to go away
    ...(__LOCAL__ ? { [oauth.allowInsecureRequests]: true } : {}),
  };
}

/** The registration whose requests answer a claims challenge (JSON text); null: none. */
export function answering(registration: Registration, challenge: string | null): Registration {
  return { ...registration, claims: requestedClaims(challenge) };
}

/** As {@link registrationIn}, for a directory that may be named by a domain: then its GUID is asked for first. */
export async function findRegistration(
  configuration: Configuration,
  fetch: typeof globalThis.fetch,
  nowMs: () => number,
): Promise<Registration> {
  if (isGuid(configuration.tenant)) return registrationIn(configuration, fetch, nowMs);
  const { loginOrigin } = hostsOf(configuration.cloud);
  const directory = `${loginOrigin}/${configuration.tenant}`;
  const metadata = await readMetadata(createLoginFetch(fetch, loginOrigin, nowMs), directory);
  const tenant = tenantIdOf(metadata, loginOrigin);
  if (tenant === null) throw new SignInFailure('not-trusted');
  return registrationIn({ ...configuration, tenant }, fetch, nowMs);
}

/** Asks the directory for what it publishes. Rejects where it cannot be reached, or does not exist. */
export async function assertReachable({ fetch, server }: Registration): Promise<void> {
  await readMetadata(fetch, server.issuer.replace(/\/v2\.0$/, ''));
}

function hostsOf(cloud: CloudName) {
  const hosts = findCloud(cloud);
  if (!hosts) throw new SignInFailure('not-configured');
  return hosts;
}
