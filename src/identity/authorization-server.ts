import * as oauth from 'oauth4webapi';
import { requestedClaims } from './claims';
import { findCloud, type CloudName } from './clouds';
import type { Configuration } from './configuration';
import { isGuid } from './guid';
import { createLoginFetch, type LoginFetch } from './http';
import { SignInFailure } from './failure';
import { readMetadata } from './metadata';

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
  /** What every request to the token endpoint is made with; one that answers a challenge says more. */
  readonly options: oauth.TokenEndpointRequestOptions;
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
): Registration {
  const { loginOrigin, graphOrigin } = hostsOf(cloud);
  const tenantId = tenant.toLowerCase();
  const directory = `${loginOrigin}/${tenantId}`;
  const loginFetch = createLoginFetch(fetch, loginOrigin);
  const claims = requestedClaims(null);
  const scope = `openid profile offline_access ${graphOrigin}/User.ReadWrite`;
  return {
    cloud,
    tenantId,
    clientId,
    scope,
    claims,
    server: {
      issuer: `${directory}/v2.0`,
      authorization_endpoint: `${directory}/oauth2/v2.0/authorize`,
      token_endpoint: `${directory}/oauth2/v2.0/token`,
    },
    client: { client_id: clientId, [oauth.clockTolerance]: CLOCK_TOLERANCE_S },
    fetch: loginFetch,
    options: {
      additionalParameters: { scope, claims },
      [oauth.customFetch]: loginFetch,
      // The emulator has no certificate. A constant condition: no other build has a trace of this.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out, not to go away
      ...(__LOCAL__ ? { [oauth.allowInsecureRequests]: true } : {}),
    },
  };
}

/** The registration whose requests answer a claims challenge (JSON text); null: none. */
export function answering(registration: Registration, challenge: string | null): Registration {
  const { options, scope } = registration;
  const additionalParameters = { scope, claims: requestedClaims(challenge) };
  return {
    ...registration,
    claims: additionalParameters.claims,
    options: { ...options, additionalParameters },
  };
}

/** As {@link registrationIn}, for a directory that may be named by a domain: then its GUID is asked for first. */
export async function findRegistration(
  configuration: Configuration,
  fetch: typeof globalThis.fetch,
): Promise<Registration> {
  if (isGuid(configuration.tenant)) return registrationIn(configuration, fetch);
  const { loginOrigin } = hostsOf(configuration.cloud);
  const { issuer } = await readMetadata(
    createLoginFetch(fetch, loginOrigin),
    `${loginOrigin}/${configuration.tenant}`,
  );
  const tenant = issuer.split('/').at(-2) ?? '';
  const registration = registrationIn({ ...configuration, tenant }, fetch);
  if (!isGuid(tenant) || registration.server.issuer !== issuer) throw new SignInFailure('not-trusted');
  return registration;
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
