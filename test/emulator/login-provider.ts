import type { JWKS, Provider as ProviderType } from 'oidc-provider';
import type { Demands } from './demands';
import type { Faults } from './faults';
import { Provider } from './load-oidc-provider';
import { entraText, pageCode, toEntraError, tokenErrorBody } from './login-errors';
import { toEntraLocation } from './login-location';
import type { LoginStorage } from './login-storage';
import { accessTokenLifetimes, claimsOf, DAY_SECONDS, grantEverything } from './login-tokens';
import type { Person, Tenant } from './people';
import { redirectUris } from './redirect-uris';
import { errorPage, signedOutPage, signOutPage } from './sign-in-page';
import { createSignInPolicy } from './sign-in-policy';

/** What the identity provider of one tenant is made of. */
export interface LoginProviderParts {
  readonly loginOrigin: string;
  readonly graphOrigin: string;
  readonly tenant: Tenant;
  /** Of this tenant. */
  readonly people: readonly Person[];
  readonly clientId: string;
  readonly keys: JWKS;
  readonly storage: LoginStorage;
  readonly faults: Faults;
  readonly demands: Demands;
}

const PERMISSIONS = ['User.Read', 'User.ReadWrite'];
const EXTENSION_ORIGIN = /^(chrome|moz)-extension:\/\//;

/** The issuer of a tenant, as its tokens name it. */
export function issuerOf(loginOrigin: string, tenant: Tenant): string {
  return `${loginOrigin}/${tenant.id}/v2.0`;
}

/** oidc-provider for one tenant, with Entra's paths, claims, lifetimes and error numbers. */
export function createLoginProvider(parts: LoginProviderParts): ProviderType {
  const { tenant, people, clientId, graphOrigin, faults } = parts;
  const redirects = Object.values(redirectUris);
  const scopes = PERMISSIONS.flatMap((permission) => [permission, `${graphOrigin}/${permission}`]).join(' ');
  const lifetimeOf = accessTokenLifetimes(faults);

  const provider: ProviderType = new Provider(issuerOf(parts.loginOrigin, tenant), {
    adapter: (model) => parts.storage.adapterFor(model),
    jwks: parts.keys,
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      jwks: '/discovery/v2.0/keys',
      end_session: '/oauth2/v2.0/logout',
    },
    clients: [
      {
        client_id: clientId,
        client_name: 'Profile Languages',
        token_endpoint_auth_method: 'none',
        // A native client may not ask for `prompt=none`.
        application_type: 'web',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: redirects,
        post_logout_redirect_uris: redirects,
      },
    ],
    // What Entra publishes beside the standard; its own instances have other names.
    discovery: { tenant_region_scope: 'EU', cloud_instance_name: 'localhost' },
    clientBasedCORS: (_, origin) => EXTENSION_ORIGIN.test(origin),
    pkce: { required: () => true },
    cookies: {
      keys: [crypto.randomUUID()],
      // Each tenant has its own sessions, and both are on one host.
      long: { path: `/${tenant.id}`, httpOnly: true, sameSite: 'lax', signed: true, overwrite: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true, overwrite: true },
    },
    claims: {
      openid: ['sub', 'oid', 'tid', 'ver', 'login_hint'],
      profile: ['name', 'preferred_username'],
    },
    findAccount(_, id) {
      const person = people.find(({ objectId }) => objectId === id);
      return person && { accountId: id, claims: () => claimsOf(person) };
    },
    extraTokenClaims: (_, token) => ({
      tid: tenant.id,
      oid: 'accountId' in token ? token.accountId : undefined,
      scp: (token.scope ?? '').replaceAll(`${graphOrigin}/`, ''),
      ver: '2.0',
    }),
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => graphOrigin,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: scopes,
          audience: graphOrigin,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(ctx, form) {
          ctx.body = signOutPage(form);
        },
        postLogoutSuccessSource(ctx) {
          ctx.body = signedOutPage();
        },
      },
    },
    interactions: {
      policy: createSignInPolicy(parts),
      url: (_, { uid }) => `/${tenant.id}/sign-in/${uid}`,
    },
    loadExistingGrant: (ctx) => grantEverything(ctx, provider, graphOrigin, scopes),
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    expiresWithSession: () => false,
    ttl: {
      AccessToken: lifetimeOf,
      AuthorizationCode: 10 * 60,
      Grant: 14 * DAY_SECONDS,
      IdToken: 60 * 60,
      Interaction: 60 * 60,
      // The end is fixed at the sign-in: what is renewed inherits it.
      RefreshToken: ({ oidc }) => oidc.entities.RotatedRefreshToken?.remainingTTL ?? DAY_SECONDS,
      Session: 14 * DAY_SECONDS,
    },
    renderError(ctx, _, error) {
      ctx.type = 'html';
      ctx.body = errorPage(entraText(pageCode(error)));
    },
  });

  provider.on('grant.error', (ctx, failure) => {
    const { error, description } = toEntraError(failure);
    ctx.status = 400;
    ctx.body = tokenErrorBody(error, description);
  });
  provider.on('server_error', (_, error) => {
    console.error(error);
  });
  provider.use(async (ctx, next) => {
    await next();
    const isMetadata = ctx.path.endsWith('/.well-known/openid-configuration');
    const other = isMetadata ? faults.take('otherCloud') : undefined;
    if (other) Object.assign(ctx.body as object, { cloud_instance_name: other.instance });
    const location = ctx.response.get('Location');
    if (location) ctx.set('Location', toEntraLocation(location, redirects));
  });
  return provider;
}
