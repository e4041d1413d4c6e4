import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Faults } from './faults';
import { loginHintOf, type Person } from './people';

export const DAY_SECONDS = 24 * 60 * 60;
const ACCESS_TOKEN_SECONDS = 75 * 60;

/** The claims of an id token. */
export function claimsOf(person: Person) {
  return {
    sub: person.objectId,
    oid: person.objectId,
    tid: person.tenant.id,
    ver: '2.0',
    name: person.name,
    preferred_username: person.address,
    login_hint: loginHintOf(person),
  };
}

/** Consent is a step of the emulator's own pages; for the provider everything that can be asked is granted. */
export async function grantEverything(
  ctx: KoaContextWithOIDC,
  provider: Provider,
  resource: string,
  scopes: string,
) {
  const { client, session } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile offline_access');
  grant.addResourceScope(resource, scopes);
  await grant.save();
  return grant;
}

/** The lifetime for one request in seconds; the provider asks several times for the same one. */
export function accessTokenLifetimes(faults: Faults): (ctx: KoaContextWithOIDC) => number {
  const secondsOf = new WeakMap<KoaContextWithOIDC, number>();
  return (ctx) => {
    const seconds =
      secondsOf.get(ctx) ?? faults.take('accessTokenLifetime')?.lifetimeSeconds ?? ACCESS_TOKEN_SECONDS;
    secondsOf.set(ctx, seconds);
    return seconds;
  };
}
