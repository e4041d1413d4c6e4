import { findCloud } from './clouds';
import type { Configuration } from './configuration';

/**
 * Where an administrator approves what the registration asks for, for everybody in the directory; null for a cloud that
 * this build does not know.
 * @see https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 */
export function adminConsentUrl({ cloud, tenant, clientId }: Configuration): string | null {
  const hosts = findCloud(cloud);
  return hosts ? `${hosts.loginOrigin}/${tenant}/adminconsent?client_id=${clientId}` : null;
}
